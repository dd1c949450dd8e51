"""Figures for the checks: each with words of its own, as if it stood alone."""

from collections.abc import Callable
from itertools import count

import pytest

from verbale.model.claim import Figure
from verbale.model.span import Span
from verbale.model.statement import By
from verbale.record.stated import Stated

State = Callable[..., Stated]


@pytest.fixture
def state() -> State:
    """Makes a stated figure of words and a value; of trade between Kazakhstan and China if nothing else is said."""
    places = count(step=100)

    def make(words: str, value: float, **said: object) -> Stated:
        start = next(places)
        own = {name: said.pop(name) for name in ("document", "place", "speaker", "per") if name in said}
        usual = {"unit": "USD", "indicator": "goods_trade", "parties": ("CHN", "KAZ"), "period": "2021"}
        span = Span(start, start + len(words), words)
        by = By("figures", "test", "1")
        figure = Figure(id=f"f{start}", span=span, value=value, by=by, **(usual | said))  # type: ignore[arg-type]
        return Stated(figure, **own)  # type: ignore[arg-type]

    return make
