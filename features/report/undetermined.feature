@report @undetermined
Feature: What could not be judged is said
  A rule that judged nothing must never look like one that held. Where claims should be compared and cannot be, the rule
  is undetermined, with the reason, and fails the check as a violation would.

  Scenario: Two currencies and no rate
    Given the vocabulary:
      """
      properties:
        repair cost: {kind: quantity, unit: USD}
      """
    And the claims on "repair cost" of "North Terminal":
      | id      | outlet          | value             |
      | gazette | Harbour Gazette | $116 million      |
      | lantern | The Lantern     | 100 million euros |
    And the rule "repair cost claims must agree within 1%"
    When the claims are checked
    Then the rule is undetermined
    And it cannot be judged because "rate"
    And the exit status is 1

  Scenario: A disagreement outweighs what could not be judged
    Given the vocabulary:
      """
      properties:
        repair cost: {kind: quantity, unit: USD}
      """
    And the claims on "repair cost" of "North Terminal":
      | id      | value             |
      | gazette | $116 million      |
      | lantern | 100 million euros |
    And the claims on "repair cost" of "South Terminal":
      | id    | value       |
      | radio | $10 million |
      | blog  | $90 million |
    And the rule "repair cost claims must agree within 1%"
    When the claims are checked
    Then the rule is violated
    And it is undetermined for "North Terminal"
    And it is violated for "South Terminal"

  Scenario: A warning that could not be judged does not fail the check, unless it is asked to
    Given the vocabulary:
      """
      properties:
        repair cost: {kind: quantity, unit: USD}
      """
    And the claims on "repair cost" of "North Terminal":
      | id      | value             |
      | gazette | $116 million      |
      | lantern | 100 million euros |
    And the rule file:
      """
      rule cost: repair cost claims must agree
          severity warning
      """
    When the claims are checked
    Then the rule is undetermined
    And the finding is of severity warning
    And the exit status is 0

  Scenario: It does fail a check that fails on warnings
    Given the vocabulary:
      """
      properties:
        repair cost: {kind: quantity, unit: USD}
      """
    And the claims on "repair cost" of "North Terminal":
      | id      | value             | quote  |
      | gazette | $116 million      | a bill |
      | lantern | 100 million euros | a bill |
    And the rule file:
      """
      rule cost: repair cost claims must agree
          severity warning
      """
    When the claims are checked, failing on warnings
    Then the exit status is 1
