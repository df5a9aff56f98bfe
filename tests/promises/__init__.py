"""The promises of README, a file each, kept against servers that do everything to break them."""
