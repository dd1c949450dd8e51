"""From claims to a record: checked against each other, assembled and cited."""
