"""The command line `visavis`: one module a command, loaded only when its command is chosen."""
