"""The local page for drafters: a server on 127.0.0.1, a worker that checks, files that are gone at
the end."""
