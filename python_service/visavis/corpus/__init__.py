"""What the network learns from: phones, real mouths, simulated conversations. Needs the [train] extra."""
