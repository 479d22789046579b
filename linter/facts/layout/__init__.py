"""How a Word draft looks, part by part."""
