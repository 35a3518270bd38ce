"""Sound in: decoding, resampling and the features that the network hears."""
