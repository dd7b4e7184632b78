"""Tests of the catalogue of skills: services and pages."""
