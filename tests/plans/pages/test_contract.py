import json

from jsonschema import Draft202012Validator

from forebygg.casefile.contract import schema


def test_an_edition_can_be_had_in_the_contracts_words(browser, plan, editions):
    answer = browser.get(f"/granvik/plans/1/editions/{editions[1].number}.json")

    told = json.loads(answer.content)
    Draft202012Validator(schema()["properties"]["plans"]["items"] | {"$defs": schema()["$defs"]}).validate(
        told
    )
    assert answer["Content-Type"] == "application/json"
    assert told["date"] == "2025-02-20"
    assert [section["number"] for section in told["sections"]][:3] == ["1", "1.1", "2"]
    assert sum(len(section["sentences"]) for section in told["sections"]) == editions[1].wordings.count()


def test_the_public_gets_released_editions_only(browser, plan, editions):
    assert browser.public.get(f"/granvik/plans/1/editions/{editions[1].number}.json").status_code == 404
