"""A page is a chart with a table of its numbers, each beside its words: one file that needs nothing else."""

from verbale.chart.draw import as_svg
from verbale.chart.points import Chart
from verbale.record.rounding import written


def as_html(chart: Chart) -> str:
    """The page; what documents say is escaped."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("verbale.chart")
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    environment.filters["written"] = written
    page: str = environment.get_template("chart.html.j2").render(chart=chart, picture=as_svg(chart))
    return page
