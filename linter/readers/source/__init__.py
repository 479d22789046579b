"""What the formats written as text share: bytes to lines, lines to text with places."""
