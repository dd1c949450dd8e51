"""The pipeline's steps fit each other."""

import inspect

from verbale.pipeline import STEPS


def test_every_step_needs_only_what_was_given_before_it() -> None:
    given = {"source"}
    for step in STEPS:
        assert set(step.needs) <= given, step.gives
        assert len(inspect.signature(step.makes).parameters) == len(step.needs), step.gives
        given.add(step.gives)
