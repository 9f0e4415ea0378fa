"""The browsers that readers may have, driven alike: Chromium, Firefox ESR and WebKitGTK."""
