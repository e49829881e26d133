"""The reading area: articles side by side with their claims marked."""
