@report @exit
Feature: What fails the check
  A rule says how much it weighs, and whoever runs the check says from which weight on a finding fails it.

  Scenario Outline: From which weight on
    Given the claims on "export share" of "North Terminal":
      | id      | outlet          | value | quote |
      | gazette | Harbour Gazette | 40%   | 40%   |
      | lantern | The Lantern     | 60%   | 60%   |
    And the rules:
      """
      rule share: export share claims must agree
          severity <weight>
      """
    And every check fails on <threshold>
    When the claims are checked
    Then the rule "share" is violated
    And the check <end>

    Examples: errors alone, unless more is asked
      | weight  | threshold | end    |
      | error   | errors    | fails  |
      | warning | errors    | passes |
      | info    | errors    | passes |

    Examples: stricter
      | weight  | threshold | end    |
      | warning | warnings  | fails  |
      | info    | warnings  | passes |
      | info    | infos     | fails  |

    Examples: laxer
      | weight | threshold | end    |
      | error  | nothing   | passes |

  Scenario: Every rule that was given held
    Given the claims on "export share" of "North Terminal":
      | id      | outlet          | value |
      | gazette | Harbour Gazette | 40%   |
      | lantern | The Lantern     | 40.2% |
    And the rules:
      """
      rule agree: export share claims must agree
      rule bounds: export share claims must be between 0% and 100%
      """
    When the claims are checked
    Then every rule is satisfied
    And the check passes

  Scenario: A mistake weighs more than any finding, and does not hide one
    Given the claims on "export share" of "North Terminal":
      | id      | outlet          | value |
      | gazette | Harbour Gazette | 40%   |
      | lantern | The Lantern     | 60%   |
    And the rules:
      """
      rule typo: exprot share claims must agree
      rule right: export share claims must agree
      """
    And every check fails on nothing
    When the claims are checked
    Then a mistake is reported at "exprot share"
    And the rule "typo" is left out
    And the rule "right" fails
    And the exit status is 2
