"""What the draft measures: indicators (指标) and the statements about them."""
