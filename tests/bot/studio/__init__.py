"""The studio's application: the picture, what differs between revisions, drafts, the rehearsal."""
