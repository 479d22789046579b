"""How the command line explains itself: help, and what is wrong with it, in two languages."""
