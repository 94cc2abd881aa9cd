"""The screens: each wires widgets to the Session, one handler a message."""
