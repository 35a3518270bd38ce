"""Simulated two-person mixtures with exact truth, and how the shipped speaker-embedding network was made."""
