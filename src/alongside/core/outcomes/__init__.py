"""What changed, honestly: attainment, reliable change, small groups, and the questions people are asked."""
