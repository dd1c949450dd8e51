"""Figures are found as quantities, and given their meaning by the words around them, sentence by sentence."""

from verbale.claims.figures.find import find_figures

__all__ = ["find_figures"]
