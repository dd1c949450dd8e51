"""Questions are the exchanges of a text with each thing that was asked, and whether it was answered."""

from verbale.claims.questions.exchange import find_questions

__all__ = ["find_questions"]
