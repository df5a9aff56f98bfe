"""Replica sites, one kind a module."""
