"""Small builders with named defaults, shared by all tests."""
