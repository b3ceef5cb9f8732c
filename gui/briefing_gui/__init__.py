"""The window of Briefing, over the same front door as the command."""
