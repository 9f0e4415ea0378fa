"""Two policies side by side, stage by stage: what each says, and whether they differ."""
