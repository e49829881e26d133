"""The window: Qt only. Nothing in the core knows it."""
