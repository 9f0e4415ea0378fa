"""The parts of the pages, and the sheet that shows each once."""
