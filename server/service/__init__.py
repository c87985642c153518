"""What stands around the views: who may ask, how often, what is logged and counted, how new lists come in."""
