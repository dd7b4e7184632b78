"""Settings, addresses and the server's entry point: the top of the house, the only reader of the environment."""
