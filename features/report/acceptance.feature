@report @acceptance
Feature: A known outlier is accepted, with a reason and perhaps a date
  An editor who knows why a claim departs from the rest sets it aside. It stays in the report, with the reason; a new
  contradiction is reported all the same.

  Background:
    Given the claims on "visit city" of "October visit":
      | id      | outlet          | value      |
      | gazette | Harbour Gazette | Washington |
      | lantern | The Lantern     | Miami      |
      | radio   | Radio Haven     | Miami      |
    And the rule file:
      """
      rule one-city: visit city claims must agree

      accept one-city for gazette
          because "The paper names the seat of government, not the city." until 2026-06-30
      """

  Scenario: The outlier is accepted, and shown
    When the claims are checked on 2026-01-01
    Then the rule is accepted
    And there is 1 finding
    And it is accepted because "the seat of government"
    And "gazette" stands against "lantern" and "radio"
    And the exit status is 0

  Scenario Outline: Until the end of the day that was set
    When the claims are checked on <day>
    Then the rule is <verdict>

    Examples:
      | day        | verdict  |
      | 2026-06-29 | accepted |
      | 2026-06-30 | accepted |
      | 2026-07-01 | violated |

  Scenario: A new contradiction is not covered
    Given one more claim:
      | id   | outlet    | subject       | property   | value   |
      | blog | Quay Blog | October visit | visit city | Chicago |
    When the claims are checked on 2026-01-01
    Then the rule is violated
    And the exit status is 1

  Scenario: A claim that agrees with the rest changes nothing
    Given one more claim:
      | id   | outlet    | subject       | property   | value |
      | blog | Quay Blog | October visit | visit city | Miami |
    When the claims are checked on 2026-01-01
    Then the rule is accepted

  Scenario: An acceptance that nothing needs any more
    Given the rule file:
      """
      rule one-city: visit city claims from "The Lantern", "Radio Haven" must agree

      accept one-city for gazette
          because "The paper names the seat of government, not the city."
      """
    When the claims are checked
    Then the rule is satisfied
    And the warning W390 is reported

  Scenario: A rule that is not there cannot be accepted
    Given the rule file:
      """
      rule one-city: visit city claims must agree

      accept one-ctiy for gazette because "The seat of government."
      """
    When the claims are checked
    Then the mistake E318 is reported at "one-ctiy"
    And its help says "did you mean `one-city`?"
    And the rule is violated
    And the exit status is 2

  Scenario: All findings of a rule, whoever stands in them
    Given the rule file:
      """
      rule one-city: visit city claims must agree

      accept one-city because "There were two stops."
      """
    When the claims are checked
    Then the rule is accepted
    And the exit status is 0

  Scenario: The other finding of the rule is not covered
    Given the claims on "visit city" of "April visit":
      | id    | outlet          | value      |
      | paper | Harbour Gazette | Washington |
      | blog  | Quay Blog       | Miami      |
    When the claims are checked on 2026-01-01
    Then the rule is violated
    And it is accepted for "October visit"
    And it is violated for "April visit"
