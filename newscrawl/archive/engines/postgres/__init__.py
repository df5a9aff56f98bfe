"""The archive in a base of a PostgreSQL server, by psycopg: an extra, loaded when an address asks for it."""
