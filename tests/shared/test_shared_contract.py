"""The shared papers keep the contract, every file of them."""

import pytest

from bench.papers import SHARED
from forebygg.casefile import read_texts
from forebygg.casefile.contract import as_json
from forebygg.casefile.sources import read_source
from tests.casefile.contract_rules import broken_promises

PAPERS = sorted(SHARED.glob("*/*.txt"))


@pytest.mark.parametrize("path", PAPERS, ids=[path.stem for path in PAPERS])
def test_each_file_keeps_the_contract(path):
    text = read_source(path)

    assert broken_promises(as_json(read_texts([text])), [text]) == {}
