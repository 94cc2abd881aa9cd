"""The workspace: the Session, which alone has state, and the use cases that both skins share."""
