@agreement @exactly
Feature: Numbers that are decreed must be the same as written
  A tariff is not estimated. `agree exactly` compares the numbers as they are written, not what they may stand for.

  Scenario Outline: As written
    Given the claims on "tariff" of "Port Varrow":
      | id    | value   |
      | one   | <one>   |
      | other | <other> |
    And the rule "tariff claims must agree exactly"
    When the claims are checked
    Then the rule is <verdict>

    Examples:
      | one       | other     | verdict   |
      | 50%       | 50.0%     | satisfied |
      | 50%       | half      | satisfied |
      | 50%       | about 50% | satisfied |
      | 50%       | 50.4%     | violated  |
      | 10 to 20% | 10 to 20% | satisfied |
      | up to 50% | up to 50% | satisfied |

  Scenario: Who gives no single number cannot be held to one
    Given the claims on "tariff" of "Port Varrow":
      | id    | value         |
      | one   | more than 50% |
      | other | 60%           |
    And the rule "tariff claims must agree exactly"
    When the claims are checked
    Then the rule is undetermined
    And it cannot be judged because "no single number"

  Scenario: Without `exactly` the same two shares agree
    Given the claims on "tariff" of "Port Varrow":
      | id    | value |
      | one   | 50%   |
      | other | 50.4% |
    And the rule "tariff claims must agree"
    When the claims are checked
    Then the rule is satisfied
    And it holds only thanks to precision
