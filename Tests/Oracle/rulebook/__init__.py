"""The rules, one module a chapter; each written from the standard and the law alone, none from the product.

A rule looks at a `Message` or at one `Invoice` of it and says whether it is broken. Importing this package fills
`RULES`.
"""
from . import cash, dates, envelope, fields, forms, identity, lines, parties, registry, related, signatures, stops, sums
from .base import RULES, SPOKEN_OF_MESSAGES, Invoice, Message, reject_unread

__all__ = ["RULES", "SPOKEN_OF_MESSAGES", "Invoice", "Message", "reject_unread"]
