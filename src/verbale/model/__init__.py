"""What things are: frozen values that need nothing but the standard library."""
