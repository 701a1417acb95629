"""Model and claims to findings: select, group, judge. Reads no file, no clock, no environment."""
