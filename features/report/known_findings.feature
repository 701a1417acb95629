@report @known_findings
Feature: What is known is shown, and only what is new fails the check
  A desk that starts with a long list of disagreements writes them down once. From then on they are marked as known, and
  the check fails on new ones alone.

  Background:
    Given the claims on "visit city" of "October visit":
      | id      | outlet          | value      | quote              |
      | gazette | Harbour Gazette | Washington | went to Washington |
      | lantern | The Lantern     | Miami      | went to Miami      |
    And the rules:
      """
      rule one-city: visit city claims must agree
      """

  Scenario: Before anything is written down, everything is new
    When the claims are checked
    Then the rule is violated
    And the check fails

  Scenario: What was found yesterday is known today
    Given the findings so far are known
    When the claims are checked
    Then the rule is violated
    And the finding is known
    And there is 1 known finding
    And there are no new findings
    And the check passes

  Scenario: A third city is a new finding
    Given the findings so far are known
    And one more claim:
      | id    | outlet      | subject       | property   | value   |
      | radio | Radio Haven | October visit | visit city | Chicago |
    When the claims are checked
    Then the rule is violated
    And the finding is new
    And there is 1 new finding
    And the exit status is 1

  Scenario: Who joins one of the sides adds nothing new
    Given the findings so far are known
    And one more claim:
      | id    | outlet      | subject       | property   | value |
      | radio | Radio Haven | October visit | visit city | Miami |
    When the claims are checked
    Then "gazette" stands against "lantern" and "radio"
    And the finding is known
    And the check passes

  Scenario: A finding on another subject is new, beside the known one
    Given the findings so far are known
    And the claims on "visit city" of "April visit":
      | id    | outlet      | value      |
      | radio | Radio Haven | Washington |
      | blog  | Quay Blog   | Chicago    |
    When the claims are checked
    Then it is violated for "October visit"
    And the finding is known
    And it is violated for "April visit"
    And the finding is new
    And there is 1 new finding

  Scenario: A known finding that is gone
    Given the findings so far are known
    And the rules:
      """
      rule one-city: visit city claims from "The Lantern" must agree
      """
    When the claims are checked
    Then the warning W102 is reported
    And the rule is not applicable
    And its help says "factlint baseline"
