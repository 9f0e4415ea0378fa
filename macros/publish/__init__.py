"""What hosts need to serve the site: their configuration, with the headers of macros/headers.py."""
