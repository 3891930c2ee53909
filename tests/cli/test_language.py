import pytest

from forebygg.cli.language import Language, chosen, translation


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, Language.SV),
        ([], {"LANG": "C.UTF-8"}, Language.SV),
        ([], {"LANG": "de_DE.UTF-8"}, Language.SV),
        ([], {"LANG": "en_GB.UTF-8"}, Language.EN),
        ([], {"LANG": "en_GB.UTF-8", "LC_ALL": "sv_SE.UTF-8"}, Language.SV),
        ([], {"LANG": "sv_SE.UTF-8", "FOREBYGG_LANGUAGE": "en"}, Language.EN),
        (["--language", "sv"], {"FOREBYGG_LANGUAGE": "en"}, Language.SV),
        (["demo", "--language=en"], {}, Language.EN),
        (["demo", "--language"], {}, Language.SV),
    ],
)
def test_the_language_is_the_one_nearest_to_the_person(arguments, environment, language):
    assert chosen(arguments, environment) == language


def test_what_has_no_translation_stays_english():
    assert translation(Language.SV)("No such sentence.") == "No such sentence."
