"""House packs: an office's own rules and words, in YAML beside its drafts."""
