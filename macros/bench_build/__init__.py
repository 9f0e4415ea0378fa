"""What a build of many partnerships costs, beside plain Jinja: `guide bench build`."""
