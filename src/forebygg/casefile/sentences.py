"""What findings and events say, as messages to be translated; the facts hold codes and values only."""

from collections.abc import Mapping
from typing import Final

from forebygg.core.messages import N_, Translate


def sentence(message: str, values: Mapping[str, str], translate: Translate = str) -> str:
    """The message in the reader's language with its values set in."""
    return translate(message).format_map(values)


FINDINGS: Final = {
    "actor_missing": N_("“{actor}” is named among the actors in section {sections}, but not in section {missing_in}."),
    "appeal_time_cut_short": N_(
        "The notice was taken down on {removed}. The time to appeal ran at least to and including {last_day} ({law}), so it came down too early."
    ),
    "approval_late": N_("The minutes were approved on {approved}, {days} days after the meeting on {met}. At most {limit} days are allowed ({law})."),
    "attachment_missing": N_("“{attachment}” is named as an attachment but is not among the papers."),
    "contents_differ": N_("The table of contents and the sections do not agree: {difference}."),
    "contradictory_doors": N_(
        "Two papers send the same worry to different doors: one to {first_door} (“{first}”), the other to {second_door} (“{second}”)."
    ),
    "copies_differ": N_("Two copies read differently: “{first}” and “{second}”. “{taken}” is taken."),
    "copies_unsettled": N_("Two copies read differently, and nothing settles which is right: “{first}” or “{second}”."),
    "date_weekday_disagrees": N_("“{text}” cannot be placed: the weekday does not agree with the year of the meeting, {year}."),
    "declared_as_less": N_(
        "Section {section} was changed more than the paper says (“{declaration}”). Came in: {came}. Went out: {went}."
    ),
    "edition_missing": N_("The paper quotes an edition that the file lacks: “{quote}”."),
    "memo_older_than_edition": N_("The memo is dated {memo}, but the edition that lies with it is dated {edition}: the memo may describe an earlier one."),
    "no_council_decision": N_("The file holds no decision of the council. The matter has come as far as {body} § {paragraph}."),
    "notice_late": N_("The notice was put up on {posted}, {days} days after approval. It is to be up by the second day after ({law})."),
    "paragraph_missing": N_("§ {paragraph} is missing between § {before} and § {after}."),
    "person_two_titles": N_("{name} is called both “{first}” and “{second}”."),
    "reference_lost": N_("The reference to “{reference}” in section {section} is gone in the later edition."),
    "referral_unanswered": N_("The matter was referred to {addressee}, but no answer is in the file."),
    "registry_number_differs": N_("This paper carries the registry number {number}, the others {usual}."),
    "statement_two_headings": N_("The statement is headed both “{first}” and “{second}”."),
    "replaced_but_present": N_("{substitute} serves for {member}, who is listed as present the whole meeting."),
    "term_differs": N_("Section {listed_in} says “{term}”, section {section} says “{other}”: the terms do not agree."),
    "undeclared_changes": N_("No paper of the case declares {count} of the changes from the edition of {earlier} to that of {later}."),
}  # fmt: skip

CAVEATS: Final = {
    "by_copy": N_("Another copy reads so."),
    "by_edition": N_("The next edition reads so."),
    "by_language": N_("The other reading is no Swedish word."),
    "may_be_noise": N_("At least one of them may be reading noise."),
    "law_unverified": N_("The rule is noted from memory and has not been checked against the statute."),
}

EVENTS: Final = {
    "answer": N_("Answer to the referral: {author}"),
    "approved": N_("The minutes of {body} were approved"),
    "decided": N_("{body} § {paragraph}: decided"),
    "edition": N_("Edition of the plan: {title}"),
    "memo": N_("Memo to {addressee}"),
    "memo_unaddressed": N_("Memo"),
    "met": N_("{body} met"),
    "notice_posted": N_("The notice of {body}'s minutes was put up"),
    "notice_removed": N_("The notice of {body}'s minutes was taken down"),
    "noted": N_("{body} § {paragraph}: noted"),
    "paper": N_("{title}"),
    "referral": N_("Referral to {addressee}"),
    "proposed": N_("{body} § {paragraph}: proposed to the next body"),
    "sent_back": N_("{body} § {paragraph}: sent back"),
    "statement": N_("{kind}: {author}"),
    "tabled": N_("{body} § {paragraph}: tabled"),
    "withdrawn": N_("{body} § {paragraph}: withdrawn"),
}
