"""From a structure to its statements: who the actors are, and which words are whose."""
