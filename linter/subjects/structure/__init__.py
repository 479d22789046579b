"""Headings and their numbers, contents (目录), attachments (附件)."""
