@report @quickstart
Feature: The storm that three outlets tell
  A small invented corpus holds its texts in full, so that a newcomer sees every quote in its place.

  Background:
    Given the corpus "corpus/quickstart"
    And the rules in "corpus/quickstart/harbour.rules"
    When the corpus is checked

  Scenario: Every quote is where the record says
    Then no mistake is reported
    And the rule "evidence" is satisfied
    And the quote of "lantern-aground" is verified

  Scenario: What the three outlets agree on, and what they do not
    Then no rule is undetermined
    And the rules "loading-rate", "aground", "rescued" and "closed-share" are violated

  Scenario: Where the tanker ran aground
    Then the rule "aground" is violated
    And "gazette-aground" stands against "radio-aground"
    And "lantern-aground" takes no side
    And the exit status is 1
