"""The sign and ink of a change by its severity, the same wherever changes are listed."""

from __future__ import annotations

from drafter.model.findings import ChangeSeverity

SIGNS = {
    ChangeSeverity.COSMETIC: ("·", "faint"),
    ChangeSeverity.UPDATE: ("↻", "info"),
    ChangeSeverity.WORDING: ("≈", "edited"),
    ChangeSeverity.SUBSTANTIVE: ("▲", "warning"),
    ChangeSeverity.REVERSAL: ("✗", "error"),
}
