"""The parse is offset-exact, and the model's weights are the official ones."""

from hashlib import sha256
from importlib.resources import files

import pytest

from verbale.lang.parse import MODELS, parse
from verbale.model.span import Span

# sha256 of the files of the official en_core_web_sm 3.8.0
WEIGHTS = {
    "ner/model": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
    "lemmatizer/lookups/lookups.bin": "eb64f40c0f8396d1762730c0ddf4dad2a52d138f5a389f71a1a1d088173b7737",
    "vocab/strings.json": "b1966d1f07a05b68576df07f43f40203b4e11124ad82cc839e8312ad8d7fdae7",
}


@pytest.mark.parametrize("name", WEIGHTS)
def test_the_weights_are_the_official_ones(name: str) -> None:
    package = MODELS["en"]
    assert sha256((files(package) / f"{package}-3.8.0" / name).read_bytes()).hexdigest() == WEIGHTS[name]


def test_tokens_stand_where_they_say_and_heads_stay_in_their_sentence() -> None:
    content = "Norway’s exports grew. Ambassador Ravn 🙂 said so in Brasília."
    cut = content.index(" Ambassador")
    sentences = [Span(0, cut, content[:cut]), Span(cut + 1, len(content), content[cut + 1 :])]
    found = parse(sentences, "en")
    assert [content[t.start : t.end] for t in found.tokens][-4:] == ["so", "in", "Brasília", "."]
    assert found.starts == tuple(sorted(found.starts))
    for sentence in sentences:
        inside = found.indices(sentence.start, sentence.end)
        assert {found.tokens[i].head for i in inside} <= set(inside)


def test_a_language_without_a_model_has_an_empty_parse() -> None:
    assert parse([Span(0, 2, "ok")], "xx").tokens == ()
