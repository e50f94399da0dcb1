"""The parts that pages are made of. Each draws ready strings in exact columns and works out nothing."""
