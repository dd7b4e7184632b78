"""Needs and triage: which kind of help fits, with reasons. It proposes; the person decides.

Start at `triage.triage`; phrases, weights and thresholds are in `rules/triage-1.toml`.
"""
