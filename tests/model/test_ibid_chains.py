"""Ibid. follows from where the notes stand, in every language, whatever is moved or taken out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.languages import language
from drafter.model.edits import delete, insert_after
from drafter.model.ibid import after_ibid, standing_alone
from drafter.model.moving import move
from drafter.model.view import view
from tests.model.rules import K, doc, note, p

# a work that notes share, and what each adds to it
SERIES = {
    "en": ("United Nations, Treaty Series", ", vol. {n}, No. 9464."),
    "fr": ("Nations Unies, Recueil des Traités", ", vol. {n}, no 9464."),
    "es": ("Naciones Unidas, Treaty Series", ", vol. {n}, núm. 9464."),
    "ru": ("United Nations, Treaty Series", ", vol. {n}, No. 9464."),
    "zh": ("联合国，《条约汇编》", "，第{n}卷，第9464号。"),
    "ar": ("United Nations, Treaty Series", "، المجلد {n}، الرقم 9464."),
}
SHARED = st.lists(st.booleans(), min_size=2, max_size=6)


def draft(code, shared):
    """A preamble with one note in each paragraph: on the series where `shared`, else on another
    document."""
    work, rest = SERIES[code]
    stop = language(code).conventions.stop
    notes = [
        note(f"n{at}", work + rest.format(n=at + 1), work)
        if same
        else note(f"n{at}", f"A/{at}{stop}")
        for at, same in enumerate(shared)
    ]
    rows = [p(f"p{at}", K.PREAMBULAR, "x", notes=[f"n{at}"]) for at in range(len(shared))]
    return doc(*rows, notes=notes)


def check(document, code):
    """Each note says ibid. exactly where the one before it is on the same work, and what is
    printed stands for what is stored."""
    rules = language(code).conventions
    before = None
    for each in view(document, rules).notes:
        same = bool(before and each.note.work and before.work)
        printed = each.text.plain()
        assert (after_ibid(printed, rules) is not None) is same
        if same:
            read = note(each.id, printed)
            assert standing_alone(read, before, rules).text == each.note.text
        else:
            assert each.text == each.note.text
        before = each.note


@pytest.mark.parametrize("code", sorted(SERIES))
@given(shared=SHARED, data=st.data())
def test_ibid_is_derived_again_after_every_edit(code, shared, data):
    made = draft(code, shared)
    check(made, code)
    for _ in range(3):
        rows = [each.id for each in made.root.paragraphs]
        at = data.draw(st.sampled_from(rows))
        edit = data.draw(st.sampled_from(("move", "delete", "insert")))
        if edit == "move" and at != rows[0]:
            made = move(made, at, up=True)
        elif edit == "delete" and len(rows) > 1:
            made = delete(made, at)
        elif edit == "insert" and made.notes:
            again = [made.notes[0].id] if data.draw(st.booleans()) else []
            new = p(f"new{len(rows)}{at}", K.PREAMBULAR, "y", notes=again)
            if made.paragraph(new.id) is None:
                made = insert_after(made, at, new)
        check(made, code)


@pytest.mark.parametrize("code", sorted(SERIES))
def test_several_notes_on_one_spot_are_a_chain_like_any_other(code):
    apart = draft(code, (True, True, True))
    together = doc(p("p", K.PREAMBULAR, "x", notes=["n0", "n1", "n2"]), notes=apart.notes)
    check(together, code)
    rules = language(code).conventions
    assert [each.number for each in view(together, rules).notes] == ["1", "2", "3"]
    assert [each.text for each in view(together, rules).notes] == [
        each.text for each in view(apart, rules).notes
    ]
