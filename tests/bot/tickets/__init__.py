"""Tests of what a brand's own systems are told."""
