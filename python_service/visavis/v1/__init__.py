"""Messages and stubs of the wire protocol, generated from proto/ by scripts/generate_proto.sh."""
