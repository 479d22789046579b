"""Works: amounts to be built or done, year by year, their parts and their prices."""
