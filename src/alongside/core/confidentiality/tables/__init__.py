"""The policy, one file a topic. Each says what there is (RESOURCES) and who may do what (GRANTS)."""
