"""Tests of answers, the outcomes page and its export."""
