"""Other readers of tables, asked for a second opinion: where do they see the borders between columns?"""

from __future__ import annotations


class EngineFailed(Exception):
    """An engine fell over a region, so it has no opinion of it;
    the message names the engine's own exception.
    """
