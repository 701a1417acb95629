@report @rule_files
Feature: Rules in several files
  A desk keeps its rules by theme. All of them are judged, each mistake is told by its file and line, and a check may be
  narrowed to some.

  Background:
    Given the claims on "export share" of "North Terminal":
      | id      | outlet          | value |
      | gazette | Harbour Gazette | 40%   |
      | lantern | The Lantern     | 60%   |
    And the rule file "shares.rules":
      """
      rule share: export share claims must agree within 10%
          tags oil, shares
      """
    And the rule file "bounds.rules":
      """
      rule bounds: export share claims must be between 0% and 100%
          tags oil
      """

  Scenario: The rules of all files are judged
    When the rules are checked
    Then the rule "share" is violated
    And the rule "bounds" is satisfied
    And the rule "bounds" is not undetermined

  Scenario Outline: A check of some of them
    When only the rules tagged "<tag>" are checked
    Then there is 1 finding
    And no rule is not applicable

    Examples:
      | tag    |
      | oil    |
      | shares |

  Scenario: One rule by its name
    When only the rule "bounds" is checked
    Then it is not violated
    And it judges 1 group and 2 claims

  Scenario: A mistake is told by its file and line, and the other files are judged
    Given the rule file "typo.rules":
      """
      # Shares of the exports

      rule typo: exprot share claims must agree
      """
    When the rules are checked
    Then a mistake is reported at "exprot share"
    And it is in line 3 of "typo.rules"
    And the rule "typo" is left out
    And the rule "share" is violated

  Scenario: One name stands for one rule, whatever the file
    Given the rule file "more.rules":
      """
      rule share: export share claims must be at most 50%
      """
    When the rules are checked
    Then the mistake E333 is reported
    And its message says "share"

  Scenario: A tolerance kept in a file of its own
    Given the rule file "common.rules":
      """
      let slack = 50%
      """
    And the rule file "shares.rules":
      """
      import "common.rules"
      rule share: export share claims must agree within slack
      """
    When the rules are checked
    Then every rule is satisfied
