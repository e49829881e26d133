"""Articles -> claims -> groups -> conflicts. Pure functions: no storage, no files, no window."""
