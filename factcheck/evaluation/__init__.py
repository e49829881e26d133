"""How good the program is, measured against what people annotated. Reads folders of gold data; ships none."""
