"""What took place, and who took part in it how."""
