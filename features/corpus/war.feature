@corpus @war
Feature: What five articles say of the war
  Who is advancing, what was promised, and what a commander reports.

  Background:
    Given the corpus of the project
    And the rules of the project
    When the claims are checked

  Scenario: Two armies advance in one month
    Then the rule "advancing" is violated
    And "bne-advance" stands against "patriotfetch-advance"
    And the finding is on "Ukraine war" and "2025-10"
    And the side of "patriotfetch-advance" rests on the source "battlefield reports"

  Scenario: The advance of April is another matter
    Then the rule "advancing" is violated
    And the finding does not name the claim "signals-advance"
    And "signals-advance" stands alone, differing from "bne-advance" in month

  Scenario: Missiles promised and refused
    Then the rule "tomahawks" is accepted
    And it is accepted because "A no for now and a promise for later can both stand."
    And "bne-tomahawks" stands against "hot-air-tomahawks"
    And the finding attributes "hot-air-tomahawks" to "Donald Trump"
    And it is shown with the reason "a date each, or a correction"

  Scenario: A commander reports his own success
    Then the rule "commander" is violated
    And the finding names the claim "bne-pokrovsk"
    And the finding rests on the source "Valery Gerasimov"
    And the finding is of severity info
