"""Writes about mentorships: asking, answering, meeting, agreeing, walking together, ending; path and journal."""
