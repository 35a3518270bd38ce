"""What makes a checkpoint: data, losses, the loop, export. Needs the [train] extra."""
