@corpus @visits
Feature: What five articles say of two visits
  A Russian envoy came to the United States in April and in October 2025. Where he went, whom he met and what was a first
  about it is told differently.

  Background:
    Given the corpus of the project
    And the rules of the project

  Scenario: The October visit leads to two cities
    When the claims are checked
    Then the rule "one-city" is accepted for "October visit"
    And it is accepted because "names the seat of the government"
    And "bne-city" stands against "hot-air-city" and "patriotfetch-city"
    And the side of "hot-air-city" rests on the sources "Axios" and "PatriotFetch"
    And the side of "bne-city" rests on the source "bne IntelliNews"
    And it has no finding on "April visit"
    And it judges 2 groups and 6 claims

  Scenario: A third city has not been judged
    Given one more claim:
      | id    | outlet  | published  | subject       | property   | value    |
      | sixth | Reuters | 2025-10-25 | October visit | visit city | New York |
    When the claims are checked
    Then the rule "one-city" is violated for "October visit"
    And the claims "sixth" and "patriotfetch-city" disagree

  Scenario: One article says no one, and almost no one
    When the claims are checked
    Then the rule "received" is accepted
    And it is accepted because "the article's sentence counts"
    And "bne-no-one" stands against "bne-almost-no-one"
    And the finding names the outlet "bne IntelliNews"
    And the finding rests on 1 independent source

  Scenario: Was the timing a coincidence?
    When the claims are checked
    Then the rule "coincidence" is accepted
    And it is accepted because "That the two differ is the news."
    And "hot-air-coincidence" stands against "patriotfetch-coincidence"
    And the finding attributes "patriotfetch-coincidence" to "senior U.S. official"
    And the finding counts 1 unnamed source

  Scenario: A first told twice rests on two sources, and the highest level on one
    When the claims are checked
    Then the rule "firsts" is violated for "order since invasion"
    And the finding is on "April visit"
    And the finding names the claims "hot-air-april-first" and "signals-first"
    And the finding rests on the sources "CNN" and "signals-brief-2025-04"
    And the rule "firsts" is violated for "level since invasion"
    And the finding rests on the source "Reuters"
    And the rule "firsts" is violated for "order since inauguration"
    And the finding is on "October sanctions"
    And it judges 3 groups and 4 claims

  Scenario: Two days are 48 hours
    When the claims are checked
    Then the rule "two-days" is satisfied
    And it judges 1 group and 2 claims

  Scenario: The partner of the talks is well sourced
    When the claims are checked
    Then the rule "host" is satisfied
    And it judges 2 groups and 4 claims
    And the sources of the claim "signals-meeting-partner" are "CBS News" and "Reuters"
    And the source of the claim "hot-air-meeting-partner" is "Axios"

  Scenario: Had he arrived after the appointment, the calendar would not fit
    Given one more claim:
      | id    | outlet  | published  | subject       | property     | value      | modality |
      | sixth | Reuters | 2025-10-23 | October visit | meeting date | 2025-10-21 | expected |
    When the claims are checked
    Then the rule "arrival-before-meeting" is violated
    And the finding names the claims "sixth", "hot-air-imposed" and "patriotfetch-arrival"

  Scenario Outline: What holds
    When the claims are checked
    Then the rule "<rule>" is satisfied
    And it judges <groups> groups and <claims> claims

    Examples:
      | rule                   | groups | claims |
      | delay-in-hours         | 3      | 3      |
      | arrival-before-meeting | 1      | 3      |
      | april-day              | 1      | 2      |
      | invited-first          | 1      | 3      |
