"""Reads a list of T-SQL texts (JSON, standard input) and writes, for each, the list of what cannot be parsed in it (JSON)."""

import json
import sys

from sqlfluff.core import Linter

linter = Linter(dialect="tsql")


def errors(text):
    return [violation.desc() for violation in linter.parse_string(text).violations]


json.dump([errors(text) for text in json.load(sys.stdin)], sys.stdout)
