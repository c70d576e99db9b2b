"""Scheme tables, data apart from the engines that apply them: so far, how spellings sound."""
