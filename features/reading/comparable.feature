@reading @comparable
Feature: Which claims are about the same thing
  Only comparable claims can disagree: same property, same subject, same qualifiers and, where the property changes with
  time, the same period. What compares with nothing is said to stand alone, with the reason.

  Background:
    Given the vocabulary:
      """
      properties:
        loading rate: {kind: quantity, unit: tonne/day, varies by: month, qualifiers: [product]}
        length: {kind: quantity, unit: meter}
      entities:
        North Terminal: {aliases: [Terminal N]}
        South Terminal: {}
      """

  Scenario: Another month is another matter
    Given the claims on "loading rate" of "North Terminal":
      | id      | outlet          | period  | value         |
      | october | Harbour Gazette | 2025-10 | 100 tonne/day |
      | april   | The Lantern     | 2025-04 | 500 tonne/day |
    And the rule "loading rate claims must agree"
    When the claims are checked
    Then the rule is not applicable
    And "april" stands alone, differing from "october" in month
    And "october" and "april" stand alone

  Scenario: Days of one month compare, and a day of the next does not
    Given the claims on "loading rate" of "North Terminal":
      | id    | period     | value         |
      | first | 2025-10-01 | 100 tonne/day |
      | last  | 2025-10-31 | 500 tonne/day |
      | next  | 2025-11-01 | 900 tonne/day |
    And the rule "loading rate claims must agree"
    When the claims are checked
    Then the rule is violated
    And "first" stands against "last"
    And "next" stands alone

  Scenario: A claim without a period is of the day it was published
    Given the claims on "loading rate" of "North Terminal":
      | id      | outlet          | published  | period  | value         |
      | gazette | Harbour Gazette | 2025-10-27 |         | 100 tonne/day |
      | lantern | The Lantern     | 2025-12-01 | 2025-10 | 500 tonne/day |
    And the rule "loading rate claims must agree"
    When the claims are checked
    Then the rule is violated
    And the finding is on "2025-10"

  Scenario: A span of several months only compares with the same span
    Given the claims on "loading rate" of "North Terminal":
      | id      | period          | value         |
      | autumn  | 2025-09/2025-11 | 100 tonne/day |
      | october | 2025-10         | 500 tonne/day |
      | fall    | 2025-09/2025-11 | 900 tonne/day |
    And the rule "loading rate claims must agree"
    When the claims are checked
    Then the rule is violated
    And "autumn" stands against "fall"
    And "october" stands alone

  Scenario: What does not change with time compares whenever it was said
    Given the claims on "length" of "North Terminal":
      | id      | period | value     |
      | gazette | 1999   | 300 meter |
      | lantern | 2025   | 420 meter |
    And the rule "length claims must agree"
    When the claims are checked
    Then the rule is violated

  Scenario: Crude and diesel are loaded apart
    Given the claims on "loading rate" of "North Terminal":
      | id     | period  | qualifiers      | value         |
      | crude  | 2025-10 | product: crude  | 100 tonne/day |
      | diesel | 2025-10 | product: diesel | 500 tonne/day |
      | all    | 2025-10 |                 | 900 tonne/day |
    And the rule "loading rate claims must agree"
    When the claims are checked
    Then the rule is not applicable
    And "crude", "diesel" and "all" stand alone

  Scenario: Why two claims were not compared
    Given the claims on "loading rate" of "North Terminal":
      | id     | period  | qualifiers      | value         |
      | crude  | 2025-10 | product: crude  | 100 tonne/day |
      | diesel | 2025-10 | product: diesel | 500 tonne/day |
    And the rule "loading rate claims must agree"
    When the claims are checked
    Then "crude" stands alone, differing from "diesel" in product

  Scenario: A rule may disregard the product
    Given the claims on "loading rate" of "North Terminal":
      | id     | period  | qualifiers      | value         |
      | crude  | 2025-10 | product: crude  | 100 tonne/day |
      | diesel | 2025-10 | product: diesel | 500 tonne/day |
    And the rule "loading rate claims regardless of product must agree"
    When the claims are checked
    Then the rule is violated
    And "crude" stands against "diesel"

  Scenario: A rule may compare by the year instead
    Given the claims on "loading rate" of "North Terminal":
      | id      | outlet          | period  | value         |
      | october | Harbour Gazette | 2025-10 | 100 tonne/day |
      | april   | The Lantern     | 2025-04 | 500 tonne/day |
    And the rule "loading rate claims per year must agree"
    When the claims are checked
    Then the rule is violated
    And the finding is on "2025"

  Scenario: Per outlet, two outlets are not held against one another
    Given the claims on "loading rate" of "North Terminal":
      | id      | outlet          | period  | value         |
      | early   | Harbour Gazette | 2025-10 | 100 tonne/day |
      | late    | Harbour Gazette | 2025-11 | 100 tonne/day |
      | lantern | The Lantern     | 2025-10 | 500 tonne/day |
    And the rule "loading rate claims per outlet must agree"
    When the claims are checked
    Then the rule is satisfied
    And the claims "early" and "late" agree
    And "lantern" stands alone

  Scenario: A subject is known by all of its names
    Given the claims:
      | id      | subject        | property     | period  | value         |
      | gazette | North Terminal | loading rate | 2025-10 | 100 tonne/day |
      | lantern | Terminal N     | loading rate | 2025-10 | 500 tonne/day |
      | radio   | South Terminal | loading rate | 2025-10 | 900 tonne/day |
    And the rule "loading rate claims must agree"
    When the claims are checked
    Then the rule is violated
    And "gazette" stands against "lantern"
    And the finding is on "North Terminal"

  Scenario: A plan is not a fact, unless a rule asks for plans
    Given the claims on "loading rate" of "North Terminal":
      | id      | period  | modality | value         |
      | gazette | 2025-10 | actual   | 100 tonne/day |
      | lantern | 2025-10 | expected | 500 tonne/day |
    And the rule "loading rate claims must agree"
    When the claims are checked
    Then the rule is not applicable

  Scenario: A rule that asks for plans compares them
    Given the claims on "loading rate" of "North Terminal":
      | id      | period  | modality | value         |
      | gazette | 2025-10 | actual   | 100 tonne/day |
      | lantern | 2025-10 | expected | 500 tonne/day |
    And the rule "loading rate claims including expected must agree"
    When the claims are checked
    Then the rule is violated
    And the claims "gazette" and "lantern" disagree

  Scenario: A condition chooses; what is half in and half out is not chosen, and told
    Given the claims on "loading rate" of "North Terminal":
      | id       | published  | period  | value         |
      | before   | 2025-10-01 | 2025-10 | 100 tonne/day |
      | within   | 2025-10-05 | 2025-10 | 100 tonne/day |
      | straddle | 2025-10    | 2025-10 | 900 tonne/day |
      | after    | 2025-10-20 | 2025-10 | 500 tonne/day |
    And the rule "loading rate claims where published before 2025-10-10 must agree"
    When the claims are checked
    Then the rule is satisfied
    And it judges 1 group and 2 claims
    And 1 claim straddles the date
