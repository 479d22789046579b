"""How a Word draft looks, by GB/T 9704: pages, fonts, sizes, spacing."""
