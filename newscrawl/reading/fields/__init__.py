"""What a page says of its article beside the text: title, dates, people, section, pictures, access."""
