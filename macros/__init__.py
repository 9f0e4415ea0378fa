"""Words and markup: reads policies, fills templates, yields every output; adapters and the command line."""
