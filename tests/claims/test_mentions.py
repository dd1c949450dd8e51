"""Mentions are the countries and blocs that a text names, where it names them, and no others."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.claims.mentions import find_mentions
from verbale.lang.pack import load
from verbale.model.text import Alignment, Run, Text

ENGLISH = load("en")
UN_MEMBERS = """
AFG AGO ALB AND ARE ARG ARM ATG AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BHS BIH BLR BLZ BOL BRA BRB BRN BTN BWA CAF CAN
CHE CHL CHN CIV CMR COD COG COL COM CPV CRI CUB CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESP EST ETH FIN FJI FRA FSM
GAB GBR GEO GHA GIN GMB GNB GNQ GRC GRD GTM GUY HND HRV HTI HUN IDN IND IRL IRN IRQ ISL ISR ITA JAM JOR JPN KAZ KEN KGZ
KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MOZ
MRT MUS MWI MYS NAM NER NGA NIC NLD NOR NPL NRU NZL OMN PAK PAN PER PHL PLW PNG POL PRK PRT PRY QAT ROU RUS RWA SAU SDN
SEN SGP SLB SLE SLV SMR SOM SRB SSD STP SUR SVK SVN SWE SWZ SYC SYR TCD TGO THA TJK TKM TLS TON TTO TUN TUR TUV TZA UGA
UKR URY USA UZB VCT VEN VNM VUT WSM YEM ZAF ZMB ZWE
"""


def text_of(content: str) -> Text:
    return Text(content, Alignment((Run(0, 0, len(content)),)))


def named(content: str) -> list[tuple[str, str, str]]:
    return [(m.span.text, m.code, m.form) for m in find_mentions(text_of(content), ENGLISH)]


NAMED = [
    ("China's envoy met Peru’s", [("China", "CHN", "name"), ("Peru", "PER", "name")]),
    ("Sino-Russian talks", [("Sino", "CHN", "demonym"), ("Russian", "RUS", "demonym")]),
    ("U.S.-Japan and China-Israel ties", ["USA", "JPN", "CHN", "ISR"]),
    ("the US, the UK, the ROK, the DPRK, the PRC and the UAE", ["USA", "GBR", "KOR", "PRK", "CHN", "ARE"]),
    ("Guinea, Guinea-Bissau, Equatorial Guinea and Papua New Guinea", ["GIN", "GNB", "GNQ", "PNG"]),
    ("Niger and Nigeria; Dominica and the Dominican Republic", ["NER", "NGA", "DMA", "DOM"]),
    ("the Republic of the Congo and the Democratic Republic of the Congo", ["COG", "COD"]),
    ("Côte d’Ivoire, Cote d'Ivoire, Ivory Coast", ["CIV", "CIV", "CIV"]),
    ("KENYA-CHINA TRADE", ["KEN", "CHN"]),
    ("Nairobi said so; ties with Lima; Accra's view", [("Nairobi", "KEN", "capital"), ("Accra", "GHA", "capital")]),
    ("ASEAN, the European Union, the G-20 and the U.N.", ["ASEAN", "EU", "G20", "UN"]),
    ("Holland, Burma, Swaziland, Turkiye", ["NLD", "MMR", "SWZ", "TUR"]),
    ("between Armenia and Georgia", ["ARM", "GEO"]),
    ("Georgia's capital, Tbilisi, is far from Ohio, Georgian envoys said", ["GEO", "GEO", "GEO"]),
    ("King Omar of Jordan", ["JOR"]),
]  # fmt: skip


@pytest.mark.parametrize("content, expected", NAMED)
def test_what_names_a_country(content: str, expected: list[tuple[str, str, str]] | list[str]) -> None:
    found = named(content)
    assert found == expected or [code for _, code, _ in found] == expected


@pytest.mark.parametrize(
    "content",
    [
        "New Mexico and the South China Sea",
        "turkey for dinner, a chad and a guinea",
        "the player Oscar Jordan and Rep. Chad",
        "plants in Ohio and Georgia, or in Georgia and Ohio",
        "the China Daily, Air China and the Bank of China",
        "in Nairobi, near Lima and outside Accra",  # places, where nobody speaks for a state
        "US$5 million, 20 million U.S. dollars and 7 million Chinese yuan",
        "CONTACT US",
        "a trip to Nairobi, a Nairobi court, the Nairobi-Mombasa railway",
        "The vote in Georgia was close, as in Michigan.",
        "the Indo-Pacific and Latin America",
        "Indiana, Americas, Chinatown, Germanium",
    ],
)
def test_what_names_none(content: str) -> None:
    assert named(content) == []


@pytest.mark.parametrize("table", ["demonyms", "capitals", "names"])
def test_every_code_is_a_country_or_bloc(table: str) -> None:
    codes = set(ENGLISH.table("territories.names").values()) | set(ENGLISH.table("countries.blocs"))
    assert set(ENGLISH.table(f"countries.{table}").values()) <= codes


def test_every_member_of_the_united_nations_has_a_name() -> None:
    assert len(UN_MEMBERS.split()) == 193
    assert set(UN_MEMBERS.split()) <= set(ENGLISH.table("territories.names").values())


def test_almost_every_member_of_the_united_nations_has_a_demonym() -> None:
    without = set(UN_MEMBERS.split()) - set(ENGLISH.table("countries.demonyms").values())
    assert without == {"CAF", "COG", "DMA", "STP"}  # theirs are shared with a neighbour or a region, or rarely met


def test_a_language_without_a_pack_has_the_blocs_alone() -> None:
    assert [m.code for m in find_mentions(text_of("ASEAN, China"), load("und"))] == ["ASEAN"]


WORDS = st.sampled_from(
    ["China", "Chinese", "Sino-", "Guinea", "New ", "Bissau", "-", " ", "’s", "U.S.", "US", "$", "x", "\n", "Lima"]
)


@given(st.lists(WORDS, max_size=30).map("".join))
def test_mentions_stand_in_order_and_read_back(content: str) -> None:
    mentions = find_mentions(text_of(content), ENGLISH)
    assert all(a.span.end <= b.span.start for a, b in pairwise(mentions))
    assert all(m.span.stands_in(content) and len(m.code) >= 2 for m in mentions)
