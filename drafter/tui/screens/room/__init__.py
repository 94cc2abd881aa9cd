"""The drafting room, one module a matter: moving, writing, editing, looking, filing."""
