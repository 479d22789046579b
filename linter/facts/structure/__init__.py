"""How the draft is built: parts, numbering, boxes (专栏), attachments (附件)."""
