"""Learns what the signs of `lang/en/voices.toml` weigh, from the open half of the labelled transcripts.

python tools/voice_weights.py [--check]     (writes the tables below the file's last comment; needs ../shared)

The paragraphs of each transcript, its labels taken out, are a chain; each asks or replies, and begins to or goes on,
as the labels say. The weights are those of a conditional random field, by AdaGrad on the likelihood with an L2
penalty, in a fixed order from zero: the same transcripts give the same weights. Signs seen fewer than 15 times have
none. `--check` learns on four kinds of transcripts in turn, and prints how many paragraphs of the fifth are told right.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from quality.measures import SHARED
from quality.spoken import ENGLISH, Labelled, source_start, unlabelled
from quality.transcripts import HALVES, labelled
from verbale.model.source import Source
from verbale.source import open_source
from verbale.structure.paragraphs import find_paragraphs
from verbale.structure.turns import is_furniture
from verbale.structure.voice import DOINGS, chained, signs
from verbale.text.read import read_text

DATA = Path(__file__).resolve().parents[1] / "src" / "verbale" / "lang" / "en" / "voices.toml"
HEAD = "# --- learned by tools/voice_weights.py: not to be changed by hand ---\n"
LEAST = 15  # times a sign is seen
KIND = 6  # transcripts of a kind, one kind after the other
PENALTY, ROUNDS, RATE = 0.03, 30, 0.15
LAST = DOINGS.index("replies_on")  # the state that the others are weighed against

Seen = tuple[np.ndarray, list[int | None]]
Chain = tuple[list[frozenset[str]], list[int | None]]  # the signs of the paragraphs; what each does, where known


def chains() -> Iterator[Chain]:
    """The open transcripts."""
    for name in HALVES["open"]:
        source = open_source(SHARED / "corpora" / "us-briefings" / f"{name}.md")
        content = source.content.decode("utf-8")
        gold = labelled(content)
        bare, said, _ = unlabelled(content, gold)
        text = read_text(Source(source.uri, source.media_type, bare.encode("utf-8")))
        paragraphs = [p for p in find_paragraphs(text) if not is_furniture(p, ENGLISH)]
        known, begin = dict(said), _begins(gold)
        places = [source_start(text, p.start) for p in paragraphs]
        doing = [None if known.get(at) is None else 2 * (not known[at]) + (at not in begin) for at in places]
        yield chained([signs(p.words, ENGLISH) for p in paragraphs]), doing


def _begins(gold: Sequence[Labelled]) -> set[int]:
    """Where in the source without labels the turns begin."""
    places, at = set(), gold[0].start
    for turn in gold:
        places.add(at)
        at += turn.end - turn.words
    return places


def passed_on(scores: np.ndarray, steps: np.ndarray) -> np.ndarray:
    passed = np.zeros_like(scores)
    for i in range(1, len(scores)):
        passed[i] = np.logaddexp.reduce((passed[i - 1] + scores[i - 1])[:, None] + steps, axis=0)
    return passed


def expected(scores: np.ndarray, steps: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The probability of each state at each place, and how often each step is to be expected."""
    ahead, behind = passed_on(scores, steps), passed_on(scores[::-1], steps.T)[::-1]
    whole = np.logaddexp.reduce(ahead[-1] + scores[-1])
    pairs = (ahead + scores)[:-1, :, None] + steps[None] + (scores + behind)[1:, None, :] - whole
    return np.exp(ahead + scores + behind - whole), np.exp(pairs).sum(axis=0)


def learned(seen: Sequence[Seen]) -> tuple[np.ndarray, np.ndarray]:
    """The weights of the signs for each state, and of the steps."""
    weights, steps = np.zeros((seen[0][0].shape[1], len(DOINGS))), np.zeros((len(DOINGS), len(DOINGS)))
    sums = [np.full_like(weights, 1e-6), np.full_like(steps, 1e-6)]
    order = np.random.RandomState(1)
    for _ in range(ROUNDS):
        for k in order.permutation(len(seen)):
            shown, doing = seen[k]
            scores = shown @ weights
            found, found_steps = expected(scores, steps)
            true, true_steps = expected(np.where(_allowed(doing), scores, -1e6), steps)
            slopes = [
                shown.T @ (true - found) - PENALTY * len(shown) / 30 * weights,
                true_steps - found_steps - PENALTY * steps,
            ]
            slopes[0][:, LAST] = 0
            for value, slope, total in zip((weights, steps), slopes, sums, strict=True):
                total += slope * slope
                value += RATE * slope / np.sqrt(total)
    return weights, steps


def _allowed(doing: Sequence[int | None]) -> np.ndarray:
    return np.array([[own is None or own == state for state in range(len(DOINGS))] for own in doing])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    read = list(chains())
    count = Counter(sign for shown, _ in read for own in shown for sign in own)
    names = sorted(sign for sign in count if count[sign] >= LEAST)
    seen = [(np.array([[name in own for name in names] for own in shown], float), doing) for shown, doing in read]
    if check:
        for k in range(0, len(seen), KIND):
            right, all = _right(learned(seen[:k] + seen[k + KIND :]), seen[k : k + KIND])
            print(f"{right / all:.3f} of {all}")
    else:
        write(names, *learned(seen))


def _right(model: tuple[np.ndarray, np.ndarray], others: Sequence[Seen]) -> tuple[int, int]:
    told = []
    for shown, doing in others:
        asks = expected(shown @ model[0], model[1])[0][:, :2].sum(axis=1) > 0.5
        told += [bool(one) == (own < 2) for one, own in zip(asks, doing, strict=True) if own is not None]
    return sum(told), len(told)


def write(names: Sequence[str], weights: np.ndarray, steps: np.ndarray) -> None:
    """Writes the tables below the last comment of the file."""
    rows = [(f'"{name}"', _row(row)) for name, row in zip(names, weights, strict=True)]
    told = [f"{name} = {row}" for name, row in rows if row]
    told += ["", "[steps]", *(f"{doing} = {_row(row)}" for doing, row in zip(DOINGS, steps, strict=True))]
    kept = DATA.read_text(encoding="utf-8").partition(HEAD)[0]
    DATA.write_text("\n".join([kept + HEAD, "[weights]", *told]) + "\n", encoding="utf-8")


def _row(row: np.ndarray) -> str:
    told = ", ".join(f"{doing} = {value:.1f}" for doing, value in zip(DOINGS, row, strict=True) if round(value, 1))
    return f"{{ {told} }}" if told else ""


if __name__ == "__main__":
    main()
