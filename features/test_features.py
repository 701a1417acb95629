"""Runs the feature files of this folder; their steps are factlint's own."""

from pytest_bdd import scenarios

scenarios(".")
