"""Many documents into a library: found, read in processes of their own, filed one by one."""
