"""What is reported: diagnostics, fingerprints, and which of them are silenced or known."""
