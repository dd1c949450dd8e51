"""From a text to its structure: what it says of itself, its passages and sentences, who asks and who answers."""
