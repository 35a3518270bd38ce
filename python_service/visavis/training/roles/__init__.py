"""What makes the networks of `visavis.roles`: simulated mixtures, the speaking head, its export."""
