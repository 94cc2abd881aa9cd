"""What every command shares: bilingual help and errors, safe printing, JSON, options."""
