"""Drawing makes a chart a picture: a panel for each flow, a colour for each reporter, lines for the official series."""

from datetime import date
from typing import Any

from verbale.chart.points import Chart, Point

WIDTH, HEIGHT = 640, 220  # of one panel, in pixels
PALETTE = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00")  # Okabe and Ito: told apart by every eye
UNSAID = "not said"
GREY = "#6B6B6B"
SHAPES = {"exact": "circle", "above": "triangle-up", "below": "triangle-down"}
NAMED = {"exact": "stated", "above": "stated as more than", "below": "stated as less than"}
_SCALES = ((1e12, "trillion "), (1e9, "billion "), (1e6, "million "), (1e3, "thousand "))


def as_svg(chart: Chart) -> str:
    """The picture as SVG, its words as text."""
    import vl_convert

    svg: str = vl_convert.vegalite_to_svg(specification(chart))
    return svg


def as_png(chart: Chart) -> bytes:
    """The picture as PNG, at twice its size for sharp screens and print."""
    import vl_convert

    png: bytes = vl_convert.vegalite_to_png(specification(chart), scale=2)
    return png


def specification(chart: Chart) -> dict[str, Any]:
    """The chart in Vega-Lite's terms, with its data; nothing is fetched when it is drawn."""
    import altair as alt

    panels = [_panel(chart, flow) for flow in chart.flows]
    title = alt.TitleParams(
        f"{chart.indicator.replace('_', ' ')}, {' and '.join(chart.pair)}",
        subtitle="Points: what is stated, over the time that it is of. Lines: official series.",
        anchor="start",
        offset=12,
    )
    picture = alt.vconcat(*panels).properties(title=title).configure_view(stroke=None).configure_axis(gridColor="#EEE")
    made: dict[str, Any] = picture.to_dict()
    return made


def _panel(chart: Chart, flow: str) -> Any:
    """The points of one flow: their time and what their rounding leaves open as thin lines, plans as empty points."""
    import altair as alt

    size, word = _scale(chart)
    rows = [_row(point, size) for point in chart.points if point.between == flow]
    base = alt.Chart({"values": rows}, title=alt.TitleParams(flow, anchor="start", fontWeight="normal")).encode(
        x=alt.X("year:Q", title=None, axis=alt.Axis(format="d", tickMinStep=1), scale=_years(chart)),
        y=alt.Y("value:Q", title=f"{word}{chart.unit}", scale=alt.Scale(zero=True, nice=True)),
        color=alt.Color("reporter:N", title="whose figures", scale=_colours(chart)),
    )
    bounds = [bound for bound in NAMED if any(point.bound == bound for point in chart.points)]
    shapes = alt.Scale(domain=[NAMED[bound] for bound in bounds], range=[SHAPES[bound] for bound in bounds])
    shape = alt.Shape("bound:N", title=None, scale=shapes, legend=alt.Legend() if len(bounds) > 1 else None)
    official, stated = base.transform_filter("datum.official"), base.transform_filter("!datum.official")
    marks: dict[str, Any] = {"size": 80, "opacity": 1, "strokeWidth": 1.8}
    return alt.layer(
        official.mark_line(strokeWidth=1.5, opacity=0.6, point={"size": 12, "opacity": 0.6}),
        stated.mark_rule(opacity=0.6).encode(x="begins:Q", x2="ends:Q"),
        stated.transform_filter("isValid(datum.low)").mark_rule().encode(y="low:Q", y2="high:Q"),
        stated.transform_filter("!datum.planned").mark_point(filled=True, **marks).encode(shape=shape),
        stated.transform_filter("datum.planned").mark_point(filled=False, **marks).encode(shape=shape),
    ).properties(width=WIDTH, height=HEIGHT)


def _years(chart: Chart) -> Any:
    """The scale of time, which all panels share."""
    import altair as alt

    ends = [_place(day) for point in chart.points for day in (point.begins, point.ends)]
    return alt.Scale(domain=[min(ends), max(ends)], nice=False, zero=False, padding=14)


def _colours(chart: Chart) -> Any:
    """A colour for each reporter, the pair's first; grey where nobody says whose figures they are."""
    import altair as alt

    known = sorted({point.reporter for point in chart.points if point.reporter}, key=lambda r: (r not in chart.pair, r))
    unsaid = [UNSAID] if any(point.reporter is None for point in chart.points) else []
    colours = [PALETTE[place % len(PALETTE)] for place in range(len(known))]
    return alt.Scale(domain=[*known, *unsaid], range=[*colours, *(GREY for _ in unsaid)])


def _scale(chart: Chart) -> tuple[float, str]:
    largest = max(abs(point.value) for point in chart.points)
    return next(((size, word) for size, word in _SCALES if largest >= size), (1.0, ""))


def _row(point: Point, size: float) -> dict[str, Any]:
    begins, ends = _place(point.begins), _place(point.ends, whole=True)
    return {
        "year": (begins + ends) / 2,
        "begins": begins,
        "ends": ends,
        "value": point.value / size,
        "low": None if point.low is None else point.low / size,
        "high": None if point.high is None else point.high / size,
        "between": point.between,
        "reporter": point.reporter or UNSAID,
        "official": point.official,
        "bound": NAMED[point.bound],
        "planned": point.planned,
    }


def _place(day: str, whole: bool = False) -> float:
    """Where a day stands on an axis on which a year's number is its middle; with `whole`, the end of that day."""
    at = date.fromisoformat(day)
    first, following = date(at.year, 1, 1).toordinal(), date(at.year, 12, 31).toordinal() + 1
    return at.year - 0.5 + (at.toordinal() - first + whole) / (following - first)
