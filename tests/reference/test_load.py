"""Loading: the files of SDMX, of UN Comtrade and of anybody, row by row, and nothing lost without a word."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.errors import UnreadableSeries
from verbale.model.reference import Observation
from verbale.reference.layout import Said
from verbale.reference.load import Loaded, load_series

SHARED = Path(__file__).parents[3] / "shared" / "eval" / "comtrade-totals.csv"
GOODS = Said({}, {"indicator": "goods_trade"}, {})


def load(text: str, said: Said | None = None) -> Loaded:
    return load_series(text.encode(), "trade.csv", None, said or Said({}, {}, {}))


def facts(one: Observation) -> tuple[object, ...]:
    return (one.line, one.reporter, one.origin, one.destination, one.period, one.value, one.unit, one.valuation)


def test_sdmx_csv_1() -> None:
    loaded = load(
        "DATAFLOW,FREQ,REF_AREA,INDICATOR,COUNTERPART_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MULT\n"
        "X:D(1.0),A,NO,XG_FOB_USD,BR,2021,2.5,6\n"
        "X:D(1.0),A,NO,MG_CIF_USD,BR,2021,1.5,6\n"
        "X:D(1.0),M,NO,MG_CIF_USD,BR,2021-M03,0.1,6\n"
    )
    assert [facts(one) for one in loaded.observations] == [
        (2, "NOR", "NOR", "BRA", "2021", 2.5e6, "USD", "FOB"),
        (3, "NOR", "BRA", "NOR", "2021", 1.5e6, "USD", "CIF"),
        (4, "NOR", "BRA", "NOR", "2021-03", 0.1e6, "USD", "CIF"),
    ]


def test_sdmx_csv_2_with_labels_and_deletions() -> None:
    loaded = load(
        "STRUCTURE;STRUCTURE_ID;ACTION;REF_AREA: Area;COUNTERPART_AREA: Partner;FLOW: Flow;INDICATOR: What;"
        "TIME_PERIOD: Time;OBS_VALUE: Value;UNIT_MEASURE: Unit\n"
        "dataflow;X:D(1.0);I;NO: Norway;BR: Brazil;X: Exports;goods_trade: Goods;2021-Q1: First;7;EUR: Euro\n"
        "dataflow;X:D(1.0);D;NO: Norway;BR: Brazil;X: Exports;goods_trade: Goods;2021-Q2: Second;8;EUR: Euro\n"
    )
    assert [facts(one) for one in loaded.observations] == [(2, "NOR", "NOR", "BRA", "2021-Q1", 7.0, "EUR", None)]
    assert loaded.dataset.left_out == ("1 row: parts of a whole: ACTION=D (1)",)


COMTRADE = (
    "typeCode,freqCode,period,reporterCode,reporterISO,flowCode,partnerCode,partnerISO,partner2Code,cmdCode,"
    "customsCode,motCode,cifvalue,fobvalue,primaryValue\n"
)


def test_comtrade_s_own_columns() -> None:
    loaded = load(
        COMTRADE + "C,A,2021,578,NOR,M,76,BRA,0,TOTAL,C00,0,12.0,11.0,12.0\n"
        "C,A,2021,578,,X,76,,0,TOTAL,C00,0,,9.0,9.0\n"
        "C,A,2021,578,NOR,M,76,BRA,0,2709,C00,0,4.0,,4.0\n"
        "C,A,2021,578,NOR,M,76,BRA,0,TOTAL,C00,2100,7.0,,7.0\n"
        "C,A,2021,578,NOR,RX,76,BRA,0,TOTAL,C00,0,,1.0,1.0\n"
        "C,A,2021,578,NOR,M,76,BRA,0,0901,C00,0,4.0,,4.0\n"
        "S,A,2021,578,NOR,M,76,BRA,0,TOTAL,C00,0,,,4.0\n"
    )
    assert [(one.indicator, *facts(one)) for one in loaded.observations] == [
        ("goods_trade", 2, "NOR", "BRA", "NOR", "2021", 12.0, "USD", "CIF"),
        ("goods_trade", 3, "NOR", "NOR", "BRA", "2021", 9.0, "USD", "FOB"),
        ("crude_oil", 4, "NOR", "BRA", "NOR", "2021", 4.0, "USD", "CIF"),
    ]
    assert set(loaded.dataset.left_out) == {
        "2 rows: parts of a whole: motCode=2100 (1), typeCode=S (1)",
        "1 row: the flow is neither all exports nor all imports: RX (1)",
        "1 row: the indicator is not known: 0901 (1)",
    }


def test_any_table_with_a_mapping() -> None:
    said = Said(
        {"period": "jahr", "value": "wert", "reporter": "land"},
        {"indicator": "gdp", "unit": "NOK", "scale": "9"},
        {"art": "nominal"},
    )
    loaded = load("jahr|land|art|wert\n2021|Norway|nominal|4.2\n2021|Norway|real|3.9\n", said)
    assert [facts(one) for one in loaded.observations] == [(2, "NOR", "NOR", None, "2021", 4.2e9, "NOK", None)]
    assert loaded.dataset.mapping == (
        *("--map period=jahr", "--map value=wert", "--map reporter=land"),
        *("--set indicator=gdp", "--set unit=NOK", "--set scale=9", "--only art=nominal"),
    )


TABLE = "year,flow,reporter,partner,usd\n"


def test_what_cannot_be_read_is_counted_with_the_reason() -> None:
    loaded = load(
        TABLE + "2021,X,Norway,Brazil,5\n"
        "2021,X,Norway,Atlantis,5\n2022,X,Norway,Atlantis,5\n2021,X,Erewhon,Brazil,5\n"
        "soon,X,Norway,Brazil,5\n2020,X,Norway,Brazil,many\n2019,X,Norway,Brazil,\n2018,X,Norway,Norway,5\n",
        GOODS,
    )
    assert len(loaded.observations) == loaded.dataset.rows == 1
    assert loaded.dataset.left_out == (
        "3 rows: the area has no code: Atlantis (2), Erewhon (1)",
        "1 row: the period is not known: soon (1)",
        "1 row: the value is no number: many (1)",
        "1 row: there is no value",
        "1 row: the reporter is its own partner: NOR (1)",
    )


def test_several_values_for_one_thing_are_none() -> None:
    loaded = load(TABLE + "2021,X,Norway,Brazil,5\n2021,X,Norway,Brazil,6\n2020,X,Norway,Brazil,6\n", GOODS)
    assert [one.line for one in loaded.observations] == [4]
    assert "several values" in loaded.dataset.left_out[0]


def test_a_value_told_twice_counts_once() -> None:
    loaded = load(TABLE + "2021,X,Norway,Brazil,5\n2021,X,Norway,Brazil,5\n", GOODS)
    assert [one.line for one in loaded.observations] == [2]


def test_a_line_is_where_the_row_begins() -> None:
    loaded = load(
        'note,year,flow,reporter,partner,usd\n"two\nlines",2021,X,Norway,Brazil,5\n,2022,X,Norway,Brazil,5\n', GOODS
    )
    assert [one.line for one in loaded.observations] == [2, 4]


@pytest.mark.parametrize(
    "content, said, told",
    [
        (TABLE + "2021,X,Norway,Brazil,5\n", Said({}, {}, {}), "--set indicator=goods_trade"),
        (TABLE + "2021,X,Norway,Atlantis,5\n", GOODS, "no row gives an observation; 1 row: the area has no code"),
        (TABLE, GOODS, "no row gives an observation; there are none"),
        ("year,flow\n", GOODS, "no column is known to hold the reporter"),
        (TABLE, Said({"colour": "year"}, {}, {}), "colour: no such field; the fields are reporter"),
        (TABLE, Said({"period": "jahr"}, {}, {}), "has no column 'jahr'; it has year, flow"),
        ("one column\n5\n", GOODS, "is not a table"),
        ("year,year\n5,6\n", GOODS, "two columns 'year'"),
        ("", GOODS, "is not a table"),
    ],
)
def test_a_file_that_cannot_be_loaded_says_what_it_lacks(content: str, said: Said, told: str) -> None:
    with pytest.raises(UnreadableSeries, match=rf"\A[^\n]*{re.escape(told)}[^\n]*\Z"):
        load(content, said)


def test_bytes_that_are_no_text() -> None:
    with pytest.raises(UnreadableSeries, match="UTF-8"):
        load_series(b"PK\xff\xfe,\n", "x.xlsx")


names = st.sampled_from(["Norway", "Brazil", "Atlantis", "", "World"])


@given(
    st.lists(st.tuples(st.integers(2018, 2022), st.sampled_from("XMQ"), names, names, st.integers(0, 3)), max_size=9)
)
def test_every_row_is_an_observation_or_counted(rows: list[tuple[object, ...]]) -> None:
    lines = "".join(",".join(map(str, row)) + "\n" for row in rows)
    loaded = load(TABLE + lines + "1999,X,Norway,Brazil,5\n", GOODS)
    left = sum(int(line.partition(" ")[0]) for line in loaded.dataset.left_out)
    assert len(loaded.observations) + left == len(rows) + 1


@pytest.mark.skipif(not SHARED.exists(), reason="the shared folder is not here")
def test_the_real_one_loads_with_one_word() -> None:
    loaded = load_series(SHARED.read_bytes(), str(SHARED), said=GOODS)
    left = sum(int(line.partition(" ")[0]) for line in loaded.dataset.left_out)
    assert loaded.dataset.rows > 51_000
    assert loaded.dataset.rows + left == SHARED.read_text().count("\n") - 1
