"""Loading reads a file of official series row by row: each gives an observation, or is counted with the reason."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from math import isfinite
from pathlib import PurePath

from verbale.errors import UnreadableSeries
from verbale.model.reference import Dataset, Observation, Valuation
from verbale.reference import codes
from verbale.reference.layout import NOTHING_SAID, Layout, Said, find_layout
from verbale.reference.sheet import open_sheet

SHOWN = 5  # of the values that a reason was met with, the most frequent
VALUATIONS: Mapping[str, Valuation] = {"CIF": "CIF", "FOB": "FOB"}


@dataclass(frozen=True, slots=True)
class Loaded:
    """A dataset and its observations, in the order of the file."""

    dataset: Dataset
    observations: tuple[Observation, ...]


@dataclass(frozen=True, slots=True)
class _Left:
    """Why a row gives no observation, and the value that was met."""

    why: str
    met: str = ""


def load_series(content: bytes, uri: str, name: str | None = None, said: Said = NOTHING_SAID) -> Loaded:
    """The official series in a file's bytes.

    Where several rows give different values for the same thing and nothing tells which is the whole, none is taken.

    Raises:
        UnreadableSeries: it is no table, or does not say what is needed, or no row gives an observation.
    """
    digest = sha256(content).hexdigest()
    sheet = open_sheet(content, uri)
    layout = find_layout(sheet, said, uri)
    left: defaultdict[str, Counter[str]] = defaultdict(Counter)
    found: list[Observation] = []
    for line, row in sheet.rows():
        one = _observation(digest[:16], line, row, layout)
        if isinstance(one, _Left):
            left[one.why][one.met] += 1
        else:
            found.append(one)
    kept = tuple(_unambiguous(found, left))
    lines = tuple(_told(why, met) for why, met in left.items())
    if not kept:
        raise UnreadableSeries(f"{uri}: no row gives an observation; {'; '.join(lines) or 'there are none'}")
    name = name or PurePath(uri).stem
    return Loaded(Dataset(digest[:16], name, uri, digest, len(kept), said.lines(), lines), kept)


def _observation(dataset: str, line: int, row: Mapping[str, str], layout: Layout) -> Observation | _Left:
    part = next((name for name, held in layout.wholes.items() if row.get(name, "") not in held), None)
    if part is not None:
        return _Left("parts of a whole", f"{part}={row.get(part, '')}")
    meaning = codes.indicator(layout.read(row, "indicator"))
    if meaning is None:
        return _Left("the indicator is not known", layout.read(row, "indicator"))
    reporter, period = codes.area(layout.read(row, "reporter")), codes.period(layout.read(row, "period"))
    if reporter is None:
        return _Left("the area has no code", layout.read(row, "reporter"))
    if period is None:
        return _Left("the period is not known", layout.read(row, "period"))
    value, unit = _value(row, layout), codes.unit(layout.unit(row) or meaning.get("unit", ""))
    if isinstance(value, _Left):
        return value
    if unit is None:
        return _Left("the unit is not known", layout.unit(row))
    ends = _ends(row, layout, reporter, meaning)
    if isinstance(ends, _Left):
        return ends
    valued = _valuation(row, layout, meaning)
    return Observation(dataset, line, meaning["indicator"], reporter, period, value, unit, *ends, valued)


def _value(row: Mapping[str, str], layout: Layout) -> float | _Left:
    written = layout.read(row, "value")
    if not written:
        return _Left("there is no value")
    scale = codes.scale(layout.read(row, "scale") or "0")
    try:
        value = float(written)
    except ValueError:
        return _Left("the value is no number", written)
    if not isfinite(value):
        return _Left("there is no value", written)
    return _Left("the scale is not known", layout.read(row, "scale")) if scale is None else value * scale


def _ends(
    row: Mapping[str, str], layout: Layout, reporter: str, meaning: Mapping[str, str]
) -> tuple[str | None, str | None] | _Left:
    """Where a flow runs from and to; a series without a partner and a direction is national."""
    partner, written = layout.read(row, "partner"), layout.read(row, "flow")
    flow = codes.flow(written) if written else meaning.get("flow")
    if written and flow is None:
        return _Left("the flow is neither all exports nor all imports", written)
    if not partner:
        other = "WLD" if flow else None
    elif flow is None:
        return _Left("there is a partner, but nothing says which way the flow runs")
    elif (other := codes.area(partner)) is None:
        return _Left("the area has no code", partner)
    if other == reporter:
        return _Left("the reporter is its own partner", reporter)
    return (other, reporter) if flow == "M" else (reporter, other)


def _valuation(row: Mapping[str, str], layout: Layout, meaning: Mapping[str, str]) -> Valuation | None:
    """What the file says of freight and insurance; UN Comtrade gives both values beside the one that counts."""
    said = layout.read(row, "valuation") or meaning.get("valuation", "")
    if said:
        return VALUATIONS.get(said.upper())
    counted = layout.read(row, "value")
    both = {codes.column(name): value for name, value in row.items()}
    same = [own for own in VALUATIONS if both.get(f"{own.lower()}value") == counted]
    return VALUATIONS[same[0]] if len(same) == 1 else None


def _unambiguous(found: list[Observation], left: defaultdict[str, Counter[str]]) -> Iterator[Observation]:
    """The observations of which there is one value; of a value given twice the first."""
    values: defaultdict[tuple[object, ...], dict[float, Observation]] = defaultdict(dict)
    for one in found:
        values[_key(one)].setdefault(one.value, one)
    for one in found:
        told = values[_key(one)]
        if len(told) > 1:
            left["several values for the same thing (--only COLUMN=VALUE keeps one kind of row)"][_thing(one)] += 1
        elif told[one.value] is one:
            yield one
        else:
            left["the same value is there already"][_thing(one)] += 1


def _key(one: Observation) -> tuple[object, ...]:
    return (one.indicator, one.reporter, one.origin, one.destination, one.period, one.unit, one.valuation)


def _thing(one: Observation) -> str:
    between = "-".join(end for end in (one.origin, one.destination) if end)
    return f"{one.indicator} {between} {one.period} by {one.reporter}"


def _told(why: str, met: Counter[str]) -> str:
    """One line for a reason: how many rows, and the values that they were met with."""
    rows = f"{met.total()} row{'s' if met.total() != 1 else ''}: {why}"
    named = [f"{value} ({count})" for value, count in met.most_common(SHOWN) if value]
    others = f" and {len(met) - SHOWN} others" if len(met) > SHOWN else ""
    return f"{rows}: {', '.join(named)}{others}" if named else rows
