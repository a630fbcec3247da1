"""Running text: lines, blocks, headings, matters, parts."""
