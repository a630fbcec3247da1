"""What was found in a document, as one page to read, print and send on."""
