from forebygg.casefile.sources import read_source


def test_a_text_file_keeps_its_lines_and_its_name(keep):
    text = read_source(keep("§ 1\n\nBeslut\n".encode(), "protokoll.txt"), name="protokoll.txt")

    assert (text.file, text.form, text.encoding) == ("protokoll.txt", "text", None)
    assert text.lines == ("§ 1", "", "Beslut")


def test_a_file_without_a_given_name_is_called_by_its_path(keep):
    path = keep(b"Beslut")

    assert read_source(path).file == str(path)


def test_an_encoding_other_than_utf8_is_told(keep):
    text = read_source(keep("Särskilt yttrande".encode("cp1252")))

    assert (text.encoding, text.lines) == ("windows-1252", ("Särskilt yttrande",))
