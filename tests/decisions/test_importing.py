from forebygg.papers.models import Paper


def test_granvik_lies_in_the_store(granvik_case):
    assert Paper.objects.filter(case=granvik_case).count() == 18
