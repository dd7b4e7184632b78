"""Two life-cycles, two types. They share the engine and nothing else; no move leads from one to the other."""
