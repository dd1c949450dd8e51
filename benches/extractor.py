"""Reads lists of texts, as JSON and one a line, with another extractor, and answers each with how much it found.

    python extractor.py quantulum3 | recognizers-text

It runs in an environment that has the extractor and nothing of Verbale.
"""

import json
import sys


def quantulum3():
    """Quantities with units; it has no dates."""
    from quantulum3 import parser

    return lambda text: len(parser.parse(text))


def recognizers_text():
    """Money, units, percentages and dates."""
    from recognizers_date_time import DateTimeRecognizer
    from recognizers_number import NumberRecognizer
    from recognizers_number_with_unit import NumberWithUnitRecognizer
    from recognizers_text import Culture

    units = NumberWithUnitRecognizer(Culture.English)
    models = [
        units.get_currency_model(),
        units.get_dimension_model(),
        NumberRecognizer(Culture.English).get_percentage_model(),
        DateTimeRecognizer(Culture.English).get_datetime_model(),
    ]
    return lambda text: sum(len(model.parse(text)) for model in models)


def main() -> None:
    read = {"quantulum3": quantulum3, "recognizers-text": recognizers_text}[sys.argv[1]]()
    for line in sys.stdin:
        found = sum(read(text) for text in json.loads(line))
        print(found, flush=True)


if __name__ == "__main__":
    main()
