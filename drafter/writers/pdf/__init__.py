"""PDF files: pages set by typst from the templates of `pdf/`, their data handed over as JSON."""
