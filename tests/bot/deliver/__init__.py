"""What becomes of effects: sent, put off, given up, unknown; and never by somebody who lost the lease."""
