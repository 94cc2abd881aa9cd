"""Two texts laid beside each other, as alignment and the rules see them."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.compare.atoms import Atom, Sort
from drafter.compare.lexicon import CLAUSE_MARKS, Lexicon

Atoms = tuple[Atom, ...]
_SENTENCE_ENDS = frozenset(";.。؛")


@dataclass(frozen=True, slots=True)
class Edit:
    """Atoms `i1`…`i2` of the old text give way to atoms `j1`…`j2` of the new one."""

    i1: int
    i2: int
    j1: int
    j2: int

    @property
    def adds(self) -> bool:
        """Whether something is only added."""
        return self.i1 == self.i2

    @property
    def drops(self) -> bool:
        """Whether something is only dropped."""
        return self.j1 == self.j2

    @property
    def is_pure(self) -> bool:
        """Whether something is only added or only dropped."""
        return self.adds or self.drops

    @property
    def size(self) -> int:
        """The greater number of atoms on either side."""
        return max(self.i2 - self.i1, self.j2 - self.j1)

    def moved(self, step: int) -> Edit:
        """The same edit `step` atoms further on."""
        return Edit(self.i1 + step, self.i2 + step, self.j1 + step, self.j2 + step)

    def up_to(self, other: Edit) -> Edit:
        """This edit, the other, and what stands between them."""
        return Edit(self.i1, other.i2, self.j1, other.j2)


@dataclass(frozen=True, slots=True)
class Scene:
    """The texts, their atoms, and the words of their language."""

    a: str
    b: str
    old: Atoms
    new: Atoms
    words: Lexicon


@dataclass(frozen=True, slots=True)
class Stretch:
    """One edit in its scene: the atoms and texts of both sides, and what stands around them."""

    scene: Scene
    edit: Edit

    @property
    def old(self) -> Atoms:
        """The atoms that were."""
        return self.scene.old[self.edit.i1 : self.edit.i2]

    @property
    def new(self) -> Atoms:
        """The atoms that are."""
        return self.scene.new[self.edit.j1 : self.edit.j2]

    @property
    def atoms(self) -> Atoms:
        """The atoms of both sides."""
        return self.old + self.new

    @property
    def words(self) -> Lexicon:
        """The words of the language."""
        return self.scene.words

    @property
    def old_text(self) -> str:
        """What was, as it stood."""
        return text_of(self.scene.a, self.old)

    @property
    def new_text(self) -> str:
        """What is, as it stands."""
        return text_of(self.scene.b, self.new)

    @property
    def before(self) -> Atom | None:
        """The atom before the edit, alike in both texts."""
        return self.scene.new[self.edit.j1 - 1] if self.edit.j1 else None

    @property
    def after(self) -> Atom | None:
        """The atom after the edit, alike in both texts."""
        return self.scene.new[self.edit.j2] if self.edit.j2 < len(self.scene.new) else None

    def around(self, reach: int) -> tuple[Atoms, Atoms]:
        """The atoms of both sides, with up to `reach` before and after them that are alike."""
        (i1, i2), (j1, j2) = (self.edit.i1, self.edit.i2), (self.edit.j1, self.edit.j2)
        old, new = self.scene.old, self.scene.new
        left = right = 0
        while left < min(reach, i1, j1) and old[i1 - left - 1].text == new[j1 - left - 1].text:
            left += 1
        most = min(reach, len(old) - i2, len(new) - j2)
        while right < most and old[i2 + right].text == new[j2 + right].text:
            right += 1
        return old[i1 - left : i2 + right], new[j1 - left : j2 + right]

    def core(self) -> tuple[str, str]:
        """The look-up keys of both sides without the tokens they begin or end with alike."""
        old, new = said(self.old).split(), said(self.new).split()
        start = 0
        while start < min(len(old), len(new)) and old[start] == new[start]:
            start += 1
        end = 0
        while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
            end += 1
        return " ".join(old[start : len(old) - end]), " ".join(new[start : len(new) - end])


def said(atoms: Atoms) -> str:
    """The look-up key of several atoms, marks left out."""
    return " ".join(atom.said for atom in atoms if atom.sort is not Sort.MARK)


def aligned(atoms: Atoms) -> str:
    """The look-up key of several atoms, marks left out, with terms in their current form."""
    return " ".join(
        atom.said if atom.sort is Sort.OPENING else atom.key
        for atom in atoms
        if atom.sort is not Sort.MARK
    )


def text_of(text: str, atoms: Atoms) -> str:
    """The stretch of `text` from the first to the last of `atoms`."""
    return text[atoms[0].start : atoms[-1].end] if atoms else ""


def is_joint(atom: Atom, words: Lexicon) -> bool:
    """Whether the atom joins the items of a list: 、, 和, "and", "or"."""
    return atom.key in words.joints


def is_sentence_end(atom: Atom) -> bool:
    """Whether the atom is a mark after which another sentence or paragraph begins."""
    return atom.sort is Sort.MARK and atom.key in _SENTENCE_ENDS


def is_clause_mark(atom: Atom) -> bool:
    """Whether the atom is a mark that ends a clause."""
    return atom.sort is Sort.MARK and atom.key in CLAUSE_MARKS
