"""Writes into real and hostile Word drafts, and has others judge what came out."""
