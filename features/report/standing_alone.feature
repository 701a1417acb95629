@report @standing_alone
Feature: Who stands alone, and rules that found nothing to judge
  A claim that was compared with nothing is listed with the nearest one and what sets them apart, whatever the verdict.

  Background:
    Given the property:
      | property     | kind     | unit    | varies by |
      | export share | quantity | percent | month     |
    And the claims on "export share" of "North Terminal":
      | id      | outlet          | published  | value |
      | gazette | Harbour Gazette | 2025-10-27 | 40%   |

  Scenario: Nothing to compare with
    Given the rule "export share claims must agree"
    When the claims are checked
    Then the rule is not applicable
    And "gazette" stands alone
    And there are no findings
    And the exit status is 0

  Scenario: A strict check does not let that pass
    Given the rule "export share claims must agree"
    And every check is strict
    When the claims are checked
    Then the rule is not applicable
    And the exit status is 1

  Scenario: A rule on single claims needs no second one
    Given the rule "export share claims must be at most 50%"
    When the claims are checked strictly
    Then the rule is satisfied
    And the exit status is 0

  Scenario: No claim is chosen at all
    Given the rule "export share claims in 2024 must be at most 50%"
    When the claims are checked
    Then the rule is not applicable
    And no claim stands alone

  Scenario: Beside a disagreement, who was left out is told too
    Given the claims on "export share" of "North Terminal":
      | id      | outlet      | published  | value |
      | lantern | The Lantern | 2025-10-28 | 60%   |
      | radio   | Radio Haven | 2025-11-02 | 80%   |
    And the rule "export share claims must agree"
    When the claims are checked
    Then the rule is violated
    And the finding does not name the claim "radio"
    And "radio" stands alone, differing from "gazette" in month

  Scenario: Another subject sets two claims apart, too
    Given the claims on "export share" of "South Terminal":
      | id      | outlet      | published  | value |
      | lantern | The Lantern | 2025-10-28 | 60%   |
    And the rule "export share claims must agree"
    When the claims are checked
    Then "lantern" stands alone, differing from "gazette" in subject
