from forebygg.commitments.rules.proposing import Standing, propose
from forebygg.commitments.selectors.settling import Candidate
from forebygg.plans.models import Section
from forebygg.plans.selectors.wordings import WordingRow


def prefilled(*texts):
    """What the form for each proposed sentence says before anybody has changed it."""
    sentences = [
        Standing(key=key, text=text, label="3", title="Åtgärder", paragraph=key)
        for key, text in enumerate(texts)
    ]
    return [
        Candidate(wording=WordingRow, section=Section(), proposal=one).initial["what"]
        for one in propose(sentences)
    ]


def test_a_row_of_a_table_says_what_is_to_be_done_and_not_its_other_cells():
    rows = ("Åtgärd\tAnsvarig\tNär", "Utbilda personalen\tUtbildningsnämnden\t2027")

    assert prefilled(*rows) == ["Utbilda personalen"]


def test_a_point_of_a_list_says_whom_it_stands_under():
    assert prefilled("Socialnämnden ska:", "erbjuda stöd") == ["Socialnämnden ska erbjuda stöd"]
