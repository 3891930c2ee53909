"""What can be corrected: for each kind of fact its fields, their types, and what they are called.

The one table that readings are corrected by, forms are built from and the command is checked against.
"""

from collections.abc import Mapping
from typing import Final

from forebygg.casefile.amending.errors import NoSuchKind
from forebygg.casefile.amending.fields import ROW, Field, Kind, KindName, listed
from forebygg.casefile.amending.values import Json
from forebygg.core.messages import N_

_PAPERS: Final = (
    ("minutes", N_("whole minutes")),
    ("minutes_cover", N_("cover pages of minutes")),
    ("minutes_item", N_("extract of minutes")),
    ("plan", N_("plan or other steering document")),
    ("memo", N_("officer's memo")),
    ("statement", N_("separate statement")),
    ("other", N_("another paper")),
)
_ROLES: Final = (
    ("member", N_("member")),
    ("substitute", N_("substitute")),
    ("official", N_("official or guest")),
    ("absent", N_("absent")),
)
_OUTCOMES: Final = (
    ("decided", N_("decided")),
    ("sent_back", N_("sent back")),
    ("tabled", N_("tabled")),
    ("withdrawn", N_("withdrawn")),
    ("noted", N_("noted")),
)
_STATEMENTS: Final = (
    ("särskilt yttrande", N_("separate statement")),
    ("protokollsanteckning", N_("note to the minutes")),
    ("ordförandeutlåtande", N_("the chair's remarks")),
    ("yttrande", N_("statement")),
)
_NAME: Final = Field(name="name", label=N_("Name"), required=True)
_PARTY: Final = Field(name="party", label=N_("Party"))
_TITLE: Final = Field(name="title", label=N_("Title"))
_DATE: Final = Field(name="date", label=N_("Date"), type="date")
_BODY: Final = Field(name="body", label=N_("Body"))
_NUMBER: Final = Field(name="registry_number", label=N_("Registry number"))
_PAPER_KIND: Final = Field(
    name="kind", label=N_("Kind of paper"), type="choice", required=True, choices=_PAPERS
)

_KINDS: Final = (
    Kind(
        name="line",
        label=N_("Line of text"),
        fields=(Field(name="text", label=N_("The line as it should read")),),
    ),
    Kind(
        name="file",
        label=N_("Whole file"),
        fields=(
            _PAPER_KIND,
            Field(name="headings_complete", label=N_("The headings told of are all there are"), type="truth"),
        ),
    ),
    Kind(
        name="heading",
        label=N_("Heading"),
        acts=frozenset({"add", "remove"}),
        fields=(
            Field(name="number", label=N_("Number")),
            Field(name="title", label=N_("Title"), required=True),
        ),
    ),
    Kind(
        name="document",
        label=N_("Paper"),
        fields=(
            _PAPER_KIND,
            _TITLE,
            _DATE,
            Field(name="author", label=N_("Author")),
            Field(name="addressed_to", label=N_("Addressed to")),
            Field(name="signed_by", label=N_("Signed by"), type="names"),
            _NUMBER,
        ),
    ),
    Kind(
        name="meeting",
        label=N_("Meeting"),
        fields=(
            _BODY,
            _DATE,
            Field(name="starts", label=N_("Starts"), type="time"),
            Field(name="ends", label=N_("Ends"), type="time"),
            Field(name="place", label=N_("Place")),
            Field(name="paragraphs", label=N_("Paragraphs"), type="paragraphs"),
            Field(name="approved_on", label=N_("Approved on"), type="date"),
            Field(name="notice_posted", label=N_("Notice posted"), type="date"),
            Field(name="notice_removed", label=N_("Notice removed"), type="date"),
            Field(name="notice_kept_at", label=N_("Minutes kept at")),
            Field(name="chair", label=N_("Chair")),
            Field(name="secretary", label=N_("Secretary")),
            Field(name="approvers", label=N_("Approvers"), type="names"),
        ),
    ),
    Kind(
        name="attendance",
        label=N_("Person at the meeting"),
        acts=ROW,
        fields=(
            _NAME,
            _PARTY,
            Field(name="title", label=N_("Position")),
            Field(name="role", label=N_("Role"), type="choice", required=True, choices=_ROLES),
            Field(name="serving", label=N_("Takes part in the decisions"), type="truth", required=True),
            Field(name="replaces", label=N_("Serves for")),
            Field(name="from_paragraph", label=N_("From paragraph"), type="number"),
            Field(name="to_paragraph", label=N_("To paragraph"), type="number"),
            Field(name="from_time", label=N_("From the time"), type="time"),
            Field(name="to_time", label=N_("To the time"), type="time"),
            Field(name="paragraphs", label=N_("Present at paragraphs"), type="ranges"),
        ),
    ),
    Kind(
        name="item",
        label=N_("Item"),
        fields=(
            Field(name="paragraph", label=N_("Paragraph"), type="number", required=True),
            _TITLE,
            _BODY,
            _DATE,
            _NUMBER,
            Field(name="description", label=N_("Description"), type="long_text"),
            Field(name="decision", label=N_("Decision"), type="texts"),
            Field(name="proposal", label=N_("Proposal to the next body"), type="texts"),
            Field(name="order", label=N_("Order of decision"), type="long_text"),
            Field(name="outcome", label=N_("Outcome"), type="choice", choices=_OUTCOMES),
            Field(name="immediate", label=N_("Approved at once"), type="truth", required=True),
            Field(name="conflicts", label=N_("Conflicts of interest"), type="names"),
            Field(name="reservations", label=N_("Reservations"), type="texts"),
            Field(name="attachments", label=N_("Attachments"), type="names"),
            Field(name="papers", label=N_("Papers to the decision"), type="names"),
            Field(name="earlier", label=N_("Earlier in the matter"), type="long_text"),
            Field(name="information", label=N_("Information given"), type="long_text"),
            Field(name="sent_to", label=N_("Sent to"), type="names"),
        ),
    ),
    Kind(
        name="motion",
        label=N_("Motion"),
        acts=ROW,
        fields=(
            _NAME,
            _PARTY,
            Field(name="text", label=N_("What is moved"), type="long_text", required=True),
        ),
    ),
    Kind(
        name="vote",
        label=N_("Ballot"),
        acts=ROW,
        fields=(
            Field(name="yes", label=N_("Yes"), type="number", required=True),
            Field(name="no", label=N_("No"), type="number", required=True),
            Field(name="abstain", label=N_("Abstaining"), type="number"),
            Field(name="absent", label=N_("Absent"), type="number"),
        ),
    ),
    Kind(
        name="statement",
        label=N_("Statement"),
        acts=ROW,
        fields=(
            Field(
                name="kind", label=N_("Kind of statement"), type="choice", required=True, choices=_STATEMENTS
            ),
            Field(name="name", label=N_("Name")),
            _PARTY,
            Field(name="text", label=N_("Text"), type="long_text"),
        ),
    ),
)
KINDS: Final[Mapping[KindName, Kind]] = {kind.name: kind for kind in _KINDS}


def kind(name: str) -> Kind:
    """The kind of that name; raises NoSuchKind."""
    for one in _KINDS:
        if one.name == name:
            return one
    raise NoSuchKind(kind=name, known=listed(KINDS))


def parse(of: str, field: str, value: Json) -> object:
    """The value as a fact of that kind holds it in that field; raises CorrectionError."""
    return kind(of).field(field).parse(value)
