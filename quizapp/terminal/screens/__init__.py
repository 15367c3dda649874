"""The screens of the app; each `.tcss` stands beside the screen it styles."""
