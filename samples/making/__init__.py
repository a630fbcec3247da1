"""How the samples are set: one model of what is printed, three engines that print it,
and the gold written from the same model.
"""
