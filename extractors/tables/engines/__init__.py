"""Other readers of tables, asked for a second opinion: where do they see the borders between columns?"""
