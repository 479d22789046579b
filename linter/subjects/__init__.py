"""What a draft may be asked about: a room a subject, its facts beside the rules about them."""
