"""The engine: facts → candidates → solve → prove → explain."""
