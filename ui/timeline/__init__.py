"""The timeline: every dated claim of a case on one axis, event by event."""
