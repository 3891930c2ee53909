import json

import pytest

from forebygg.web.downloads import json_download, written

WHOLE = {
    "case": {"title": "Plan “A”\nett", "number": None},
    "items": [{"lines": [1, 2], "motions": []}, {"lines": [], "yes": True}],
    "unread": [],
    "changes": [{}],
}


def parts():
    for name, part in WHOLE.items():
        yield name, iter(part) if isinstance(part, list) else part


def test_it_is_written_as_a_whole_would_be():
    assert "".join(written(parts())) == json.dumps(WHOLE, ensure_ascii=False, indent=1)


def test_it_is_a_file_to_keep_and_says_how_long_it_is():
    answer = json_download(parts(), "plan.json")

    sent = answer.getvalue()
    answer.close()
    assert json.loads(sent) == WHOLE
    assert answer["Content-Disposition"] == 'attachment; filename="plan.json"'
    assert answer["Content-Length"] == str(len(sent))


def test_nothing_is_sent_of_what_breaks_on_the_way():
    def breaking():
        yield from parts()
        raise ConnectionError

    with pytest.raises(ConnectionError):
        json_download(breaking(), "plan.json")
