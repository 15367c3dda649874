"""What came back from an assistant or a colleague, read card by card and made into facts."""
