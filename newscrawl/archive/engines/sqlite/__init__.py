"""The archive in one SQLite file of a data folder."""
