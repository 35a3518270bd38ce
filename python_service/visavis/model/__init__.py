"""The network: its definition for training (torch) and the shipped checkpoint for serving (ONNX Runtime)."""
