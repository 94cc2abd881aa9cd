"""Who is paired with whom so far, among the elements of two documents."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from drafter.compare.elements import Element


class Partners:
    """Elements `old` and `new` by their places; `forward` and `backward` are the places of the
    partners of those that have one."""

    def __init__(self, old: Sequence[Element], new: Sequence[Element]) -> None:
        self.old, self.new = old, new
        self.forward: dict[int, int] = {}
        self.backward: dict[int, int] = {}
        self.old_place = {each.id: i for i, each in enumerate(old)}
        self.new_place = {each.id: j for j, each in enumerate(new)}

    def join(self, i: int, j: int) -> None:
        """Pair the old element `i` with the new one `j`; of two claims on one the first counts."""
        if i not in self.forward and j not in self.backward:
            self.forward[i], self.backward[j] = j, i

    def left(self, wanted: Callable[[Element], bool]) -> tuple[list[int], list[int]]:
        """The wanted ones without a partner, on either side."""
        return (
            [i for i, each in enumerate(self.old) if i not in self.forward and wanted(each)],
            [j for j, each in enumerate(self.new) if j not in self.backward and wanted(each)],
        )

    def are_paired(self, old_id: str, new_id: str) -> bool:
        """Whether these two elements are paired."""
        i = self.old_place.get(old_id)
        return i is not None and self.forward.get(i) == self.new_place.get(new_id, -1)

    def pairs(self) -> list[tuple[int, int]]:
        """The pairs in the order of the old document."""
        return sorted(self.forward.items())
