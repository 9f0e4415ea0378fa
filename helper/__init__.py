"""The engine of Escalation Guide: standard library only, no files, no network, no clock."""
