"""What is seen: widgets that set text and emit signals."""
