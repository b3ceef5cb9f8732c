"""How a text sets off speech: quotation marks, transcripts, interviews."""
