"""A case as read, told in the words of an answer sheet, so that the two can be laid side by side."""

from itertools import chain

from forebygg.casefile.contract import as_json

DOCUMENT = ("kind", "date", "title", "author", "addressed_to", "signed_by", "registry_number")
MEETING = (
    "body date starts ends place paragraphs approved_on notice chair secretary approvers derived".split()
)
PERSON = "name party title role serving replaces from_time to_time".split()
ITEM = (
    "body date paragraph title registry_number description decision proposal order outcome immediate "
    "conflicts reservations attachments"
).split()
MOTION = ("name", "party", "text")
VOTE = ("yes", "no", "abstain", "absent")
STATEMENT = ("kind", "name", "party", "text")


def taken(value, keys):
    """Those keys alone; texts are compared without regard to how their paragraphs are parted."""
    return {key: folded(value[key]) for key in keys}


def folded(value):
    return " ".join(value.split()) if isinstance(value, str) else value


class Told:
    """A case file in the sheet's shape; `keys` names its documents in their order."""

    def __init__(self, case, keys):
        self.case = as_json(case)
        self.ids = [document["id"] for document in self.case["documents"]]
        self.keys = dict(zip(self.ids, keys, strict=False))

    def key(self, document):
        return self.keys.get(document)

    @property
    def documents(self):
        return [
            {
                "key": self.key(document["id"]),
                **taken(document, DOCUMENT),
                "copy_of": self.key(document["copy_of"]),
            }
            for document in self.case["documents"]
        ]

    @property
    def meetings(self):
        told = [
            taken(meeting, MEETING)
            | {"attendance": [_person(person, meeting["paragraphs"]) for person in meeting["attendance"]]}
            for meeting in self.case["meetings"]
        ]
        return sorted(told, key=lambda meeting: meeting["date"])

    @property
    def items(self):
        told = [
            taken(item, ITEM)
            | {
                "motions": [taken(motion, MOTION) for motion in item["motions"]],
                "votes": [taken(vote, VOTE) for vote in item["votes"]],
                "statements": [taken(statement, STATEMENT) for statement in item["statements"]],
            }
            for item in self.case["items"]
        ]
        return sorted(told, key=lambda item: (item["date"], item["paragraph"]))

    @property
    def plans(self):
        told = [
            {
                "document": self.key(plan["document"]),
                "date": plan["date"],
                "sections": [taken(section, ("number", "title")) for section in plan["sections"]],
            }
            for plan in self.case["plans"]
        ]
        return sorted(told, key=lambda plan: plan["date"])

    @property
    def changes(self):
        return [
            {
                "from": self.key(change["from"]),
                "to": self.key(change["to"]),
                **taken(change, ("section", "kind", "before", "after", "declared")),
                "declared_in": self.key(change["declared_in"]),
                **taken(change, ("described_as", "may_be_noise")),
                "moved_by": [mover["name"] for mover in change["moved_by"]],
            }
            for change in self.case["changes"]
        ]

    @property
    def findings(self):
        """Each finding's code, document and every word it says or is filled with."""
        return [
            {
                "code": finding["code"],
                "document": self.key(finding["document"]),
                "words": " ".join([finding["text"], *finding["values"].values()]),
                "places": finding["places"],
            }
            for finding in self.case["findings"]
        ]

    @property
    def timeline(self):
        return [
            {"date": event["date"], "code": event["code"], "document": self.key(event["document"])}
            for event in self.case["timeline"]
        ]


def _person(person, paragraphs):
    return taken(person, PERSON) | {"present": _present(person, paragraphs)}


def _present(person, paragraphs):
    """The paragraphs at which somebody is present, however the reader puts it."""
    if person["role"] == "absent":
        return None
    if person["paragraphs"] is not None:
        return person["paragraphs"]
    first, last = paragraphs
    return [[person["from_paragraph"] or first, person["to_paragraph"] or last]]


def expected_documents(sheet):
    """The sheet lists several addressees; the contract holds them in one text."""
    return [
        document
        | {"addressed_to": ", ".join(names) if isinstance(names := document["addressed_to"], list) else names}
        for document in sheet["documents"]
    ]


def expected_changes(sheet):
    return [change for change in sheet["changes"] if not change["optional"]]


def bare(change):
    """The change itself, whoever speaks of it."""
    return taken(change, ("from", "to", "section", "kind", "before", "after", "may_be_noise"))


def without_optional(changes, sheet):
    allowed = [bare(change) for change in sheet["changes"] if change["optional"]]
    return [change for change in changes if bare(change) not in allowed]


def declarations(change):
    """Every sentence that declares the change equally well, with the paper it stands in."""
    return [
        (change["declared_in"], change["described_as"]),
        *((other["document"], other["text"]) for other in change["also_described"]),
    ]


def is_found(wanted, findings):
    return any(
        finding["code"] == wanted["code"]
        and wanted["document"] in {None, finding["document"]}
        and all(word.casefold() in finding["words"].casefold() for word in wanted["mentions"])
        for finding in findings
    )


def texts(value):
    """Every string inside a value of the contract."""
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return list(chain.from_iterable(map(texts, parts)))
