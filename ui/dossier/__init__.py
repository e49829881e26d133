"""What is written about one question: its record, what people say to each other about it, and its history."""
