"""What a check found is kept in the user's cache folder: a draft that has not changed, checked by
the same rules, is not read again."""
