"""Files are kept as they came, beside the text that was found in them."""

from collections.abc import Sequence

from forebygg.accounts.models import User
from forebygg.casefile.paper import Text
from forebygg.core.messages import Notice
from forebygg.papers.models import Case, Content, Original
from forebygg.papers.receiving import Received


def keep(case: Case, files: Sequence[tuple[Received, Text]], *, by: User) -> list[Original]:
    """Store the files in the case. Each text bears the name under which its file is stored."""
    originals = Original.objects.bulk_create(
        Original(
            municipality=case.municipality,
            case=case,
            name=text.file,
            sha256=file.sha256,
            size=len(file.data),
            form=text.form,
            encoding=text.encoding or "",
            notices=[_kept(notice) for notice in text.notices],
            text="\n".join(text.lines),
            received_by=by,
        )
        for file, text in files
    )
    Content.objects.bulk_create(
        Content(municipality=case.municipality, original=original, data=file.data)
        for original, (file, _) in zip(originals, files, strict=True)
    )
    return originals


def _kept(notice: str) -> dict[str, object]:
    """A notice as JSON, so that it can be said in any language later."""
    if not isinstance(notice, Notice):
        return {"msgid": notice.replace("{", "{{").replace("}", "}}"), "values": {}}
    values = {name: value if isinstance(value, int) else str(value) for name, value in notice.values.items()}
    return {"msgid": notice.msgid, "values": values}
