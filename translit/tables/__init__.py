"""Tables of entities and of the parts of names: files to records, checked."""
