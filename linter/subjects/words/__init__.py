"""Wrong characters, terms in two forms, abbreviations, fixed expressions."""
