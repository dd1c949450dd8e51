"""Codes: what offices call countries, flows, units, indicators and periods."""

import pytest

from verbale.reference import codes


@pytest.mark.parametrize(
    "written, code",
    [
        ("NOR", "NOR"), ("NO", "NOR"), ("578", "NOR"), ("579", "NOR"), ("Norway", "NOR"), ("NO: Norway", "NOR"),
        ("842", "USA"), ("004", "AFG"), ("4", "AFG"), ("0", "WLD"), ("W00", "WLD"), ("World", "WLD"), ("WLD", "WLD"),
        ("Rep. of Korea", "KOR"), ("Congo", "COG"), ("Viet Nam", "VNM"), ("EU27_2020", "EU"), ("Türkiye", "TUR"),
        ("Areas, nes", None), ("", None), ("ZZ", None), ("999", None),
    ],
)  # fmt: skip
def test_areas(written: str, code: str | None) -> None:
    assert codes.area(written) == code


@pytest.mark.parametrize(
    "written, period",
    [
        ("2021", "2021"), ("2021-A1", "2021"), ("202103", "2021-03"), ("2021-03", "2021-03"), ("2021M03", "2021-03"),
        ("2021-M03", "2021-03"), ("2021-Q4", "2021-Q4"), ("2021Q4", "2021-Q4"), ("2021-S2", "2021-H2"),
        ("2021-03-09", "2021-03-09"), ("2021: Year", "2021"), ("2021-S3", None),
        ("2021-01-01/P1Y", "2021"), ("2021-01-01/P3M", "2021-01/2021-03"), ("2021-12-01/P1M", "2021-12"),
        ("2021-11-01/P3M", "2021-11/2022-01"), ("2021-01-01/P12M", "2021"), ("2021-01-02/P1M", None),
        ("202113", None), ("03/2021", None),
    ],
)  # fmt: skip
def test_periods(written: str, period: str | None) -> None:
    assert codes.period(written) == period


@pytest.mark.parametrize("written, flow", [("X", "X"), ("m", "M"), ("Exports", "X"), ("2", "X"), ("RX", None)])
def test_flows(written: str, flow: str | None) -> None:
    assert codes.flow(written) == flow


@pytest.mark.parametrize(
    "written, unit", [("USD", "USD"), ("usd", "USD"), ("PS", "person"), ("t", "t"), ("person", "person"), ("?", None)]
)
def test_units(written: str, unit: str | None) -> None:
    assert codes.unit(written) == unit


@pytest.mark.parametrize("written, scale", [("6", 1e6), ("0", 1.0), ("-2", 0.01), ("Millions", 1e6), ("lots", None)])
def test_scales(written: str, scale: float | None) -> None:
    assert codes.scale(written) == scale


def test_every_indicator_that_a_code_stands_for_is_one_of_figures() -> None:
    known = {meaning["indicator"] for meaning in codes._table("indicators").values()}
    assert known <= codes.indicators()
    assert codes.indicator("goods_trade") == {"indicator": "goods_trade"}
    assert codes.indicator("XG_FOB_USD: Exports") == {
        "indicator": "goods_trade", "flow": "X", "unit": "USD", "valuation": "FOB",
    }  # fmt: skip
    assert codes.indicator("99") is None
