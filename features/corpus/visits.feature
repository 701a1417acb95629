Feature: What five articles say of two visits
  The curated corpus holds what five articles assert of a Russian envoy's visits to the United States in April and in
  October 2025, and the rules say what an editor would ask of them. These scenarios name what must be found, and what
  must not.

  Background:
    Given the curated corpus and its rules
    When they are checked

  Scenario: Two shares of the same exports
    Then the rule "export-share" is violated
    And its finding has a camp of "bne-share" and a camp of "patriotfetch-share"

  Scenario: One of the two shares makes Russia export more than it pumps
    Then the rule "implied-exports" is violated
    And its finding names "bne-exports" and "patriotfetch-share"
    And its finding does not name "bne-share"

  Scenario: The October visit leads to two cities
    Then the rule "one-city" is violated for "October visit"
    And its finding has a camp of "bne-city" and a camp of "hot-air-city" and "patriotfetch-city"
    And it holds for "April visit"

  Scenario: Two armies advance in one month
    Then the rule "advancing" is violated
    And its finding has a camp of "bne-advance" and a camp of "patriotfetch-advance"
    And "signals-advance" stands alone, since it differs in month

  Scenario: Missiles promised and refused
    Then the rule "tomahawks" is violated
    And its finding names "bne-tomahawks" and "hot-air-tomahawks"

  Scenario: One article says no one, and almost no one
    Then the rule "received" is violated
    And its finding names "bne-no-one" and "bne-almost-no-one"

  Scenario: Two days and 48 hours are the same
    Then the rule "two-days" is satisfied

  Scenario: Sunday is still this week, or was it last week?
    Then the rule "remark-day" is satisfied

  Scenario: A first told three times rests on fewer reports
    Then the rule "firsts" is violated for "April visit"
    And its finding for "order since invasion" counts the sources "CNN" and "signals-brief-2025-04"
    And its finding for "level since invasion" counts the source "Reuters"
