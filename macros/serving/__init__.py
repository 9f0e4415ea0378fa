"""The site while somebody works on it: each page is made when a browser asks for it."""
