"""Steps of the open head's build: reading MakeHuman, cutting the surface, eyes, brows, rigging, landmarks."""
