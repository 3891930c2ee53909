"""What the contract promises of any reading, whatever the papers."""

import datetime as dt
from collections import Counter

from jsonschema import Draft202012Validator

from forebygg.casefile.contract import schema

VALIDATOR = Draft202012Validator(schema())
DAYS = {"date", "approved_on", "posted", "removed"}
CLOCKS = {"starts", "ends", "from_time", "to_time"}


def faults_of_schema(told):
    return [f"{'/'.join(map(str, error.path))}: {error.message}" for error in VALIDATOR.iter_errors(told)]


def lines_outside_one_document(told, texts):
    """The written lines that no document holds, or more than one."""
    holding = Counter(
        (document["file"], number)
        for document in told["documents"]
        for number in range(document["lines"][0], document["lines"][1] + 1)
    )
    return [
        (text.file, number)
        for text in texts
        for number, line in enumerate(text.lines, start=1)
        if line.strip() and holding[text.file, number] != 1
    ]


def ranges_out_of_bounds(told, texts):
    """Every range of lines that runs backwards or outside its file."""
    lengths = {text.file: len(text.lines) for text in texts}
    homes = {document["id"]: document["file"] for document in told["documents"]}
    ranges = [(document["file"], document["lines"]) for document in told["documents"]]
    ranges += [(item["file"], item["lines"]) for item in told["items"]]
    ranges += [(homes[meeting["document"]], meeting["lines"]) for meeting in told["meetings"]]
    for plan in told["plans"]:
        for section in plan["sections"]:
            ranges.append((homes[plan["document"]], section["lines"]))
            ranges += [(homes[plan["document"]], sentence["lines"]) for sentence in section["sentences"]]
    for change in told["changes"]:
        ranges += [
            (homes[change[side]], change[lines])
            for side, lines in (("from", "before_lines"), ("to", "after_lines"))
            if change[lines]
        ]
    ranges += [(place["file"], place["lines"]) for finding in told["findings"] for place in finding["places"]]
    ranges += [(line["file"], [line["line"], line["line"]]) for line in told["unread"]]
    return [(file, lines) for file, lines in ranges if not 1 <= lines[0] <= lines[1] <= lengths[file]]


def names_that_lead_nowhere(told):
    """Ids of documents that are named and not held."""
    held = {document["id"] for document in told["documents"]}
    named = [document["copy_of"] for document in told["documents"]]
    named += [plan["document"] for plan in told["plans"]]
    named += [change[key] for change in told["changes"] for key in ("from", "to", "declared_in")]
    named += [one["document"] for key in ("findings", "timeline", "meetings") for one in told[key]]
    return [name for name in named if name is not None and name not in held]


def unlike_days_and_clocks(value, key=None):
    """Dates that are not ISO 8601 and times that are not HH:MM, wherever they stand."""
    if isinstance(value, dict):
        return [fault for name, inner in value.items() for fault in unlike_days_and_clocks(inner, name)]
    if isinstance(value, list):
        return [fault for inner in value for fault in unlike_days_and_clocks(inner, key)]
    if value is None or key not in DAYS | CLOCKS:
        return []
    written = (
        dt.date.fromisoformat(value).isoformat()
        if key in DAYS
        else dt.time.fromisoformat(value).strftime("%H:%M")
    )
    return [] if written == value else [(key, value)]


def broken_promises(told, texts):
    """Every rule of the contract that the reading breaks, with where; empty when it keeps them all."""
    broken = {
        "schema": faults_of_schema(told),
        "lines in one document": lines_outside_one_document(told, texts),
        "lines in bounds": ranges_out_of_bounds(told, texts),
        "documents that exist": names_that_lead_nowhere(told),
        "days and clocks": unlike_days_and_clocks(told),
    }
    return {rule: faults[:5] for rule, faults in broken.items() if faults}
