"""Pages without text are read from their pictures, by Tesseract, in processes of their own."""
