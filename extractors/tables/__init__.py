"""Tables: found, gridded, stitched over page breaks, given headers, cast to facts."""
