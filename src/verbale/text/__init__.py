"""From a source to its text: decoded, freed of markup and page furniture, each character led back to where it stood."""
