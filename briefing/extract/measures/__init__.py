"""Amounts, numbers and days as written, with what they come to; no parser."""
