"""Ledgers (台账): the indicators and the tasks of a draft as tables for people who keep lists."""
