"""Reads lists of texts, as JSON and one a line, with another extractor.

It answers each with how much it found and the seconds of processor time that it took.

    python extractor.py quantulum3 | recognizers-text

It runs in an environment that has the extractor and nothing of Verbale.
"""

import json
import sys
from time import process_time


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
        texts, begun = json.loads(line), process_time()
        found = sum(read(text) for text in texts)
        print(json.dumps([found, process_time() - begun]), flush=True)


if __name__ == "__main__":
    main()
