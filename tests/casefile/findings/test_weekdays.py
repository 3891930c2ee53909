from tests.casefile.findings.writing import cover, found, rows


def test_a_weekday_that_the_day_does_not_have_is_raised():
    papers = [cover("Kommunstyrelsen", "2024-03-06", approved="tisdagen den 11 mars")]

    [finding] = found("date_weekday_disagrees", *papers)

    assert finding["values"] == {"text": "tisdagen den 11 mars", "year": "2024"}
    assert rows(finding, *papers) == ["Justeringsdatum\ttisdagen den 11 mars"]


def test_the_right_weekday_is_not_raised():
    assert (
        found(
            "date_weekday_disagrees", cover("Kommunstyrelsen", "2024-03-06", approved="måndagen den 11 mars")
        )
        == []
    )


def test_a_day_past_new_year_is_not_raised():
    approved = cover("Kommunstyrelsen", "2024-12-18", approved="torsdagen den 2 januari")

    assert found("date_weekday_disagrees", approved) == []
