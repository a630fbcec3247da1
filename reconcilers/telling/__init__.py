"""How a disagreement is told: its places and its words."""
