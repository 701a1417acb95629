@reading @precision
Feature: A number is as precise as it is written
  Whoever writes 40 % has rounded; whoever writes 40.0 % has rounded less. The last digit written tells how far the number
  meant may lie.

  Scenario Outline: Rounded numbers, with zeros after the point counting
    Given the properties:
      | property     | kind     | unit       |
      | export share | quantity | percent    |
      | loading rate | quantity | barrel/day |
      | drones       | quantity |            |
    And the claim on "<property>" of "North Terminal":
      | id      | value     |
      | gazette | <written> |
    And the rule "<property> claims must be at least <low>"
    When the claims are checked
    Then the rule is satisfied
    And the claim "gazette" is read as "<read as>"

    Examples: shares
      | property     | low | written    | read as       |
      | export share | 0%  | 40%        | 39.5–40.5 %   |
      | export share | 0%  | 40.0%      | 39.95–40.05 % |
      | export share | 0%  | 5%         | 4.5–5.5 %     |
      | export share | 0%  | two thirds | 66.17–67.17 % |

    Examples: amounts
      | property     | low          | written    | read as                    |
      | loading rate | 1 barrel/day | 4.4mn b/d  | 4.35–4.45 mn barrels/day   |
      | loading rate | 1 barrel/day | 4.40mn b/d | 4.395–4.405 mn barrels/day |

    Examples: people and other whole things
      | property | low | written | read as |
      | drones   | 0   | 304     | 304     |
      | drones   | 0   | 300     | 296–304 |
      | drones   | 0   | about 7 | 6–8     |
      | drones   | 0   | 57      | 57      |

  Scenario: The ends of a rounded number are not meant
    Given the claims on "delay" of "the tanker":
      | id      | value       |
      | gazette | five months |
      | lantern | six months  |
    And the rule "delay claims must agree"
    When the claims are checked
    Then the rule is violated

  Scenario: Two roundings of one number agree, and the report says what they owe to rounding
    Given the claims on "export share" of "North Terminal":
      | id      | value |
      | gazette | 16%   |
      | lantern | 15.8% |
    And the rule "export share claims must agree"
    When the claims are checked
    Then the rule is satisfied
    And it holds only thanks to precision

  Scenario: A bound that is crossed only as written
    Given the claims on "export share" of "North Terminal":
      | id      | value |
      | gazette | 16%   |
    And the rule "export share claims must be at most 15.8%"
    When the claims are checked
    Then the rule is satisfied
    And it holds only thanks to precision

  Scenario: A number in a rule is meant exactly
    Given the claims on "export share" of "North Terminal":
      | id      | value |
      | gazette | 41%   |
    And the rule "export share claims must be at most 40.5%"
    When the claims are checked
    Then the rule is violated

  Scenario Outline: One ratio, written three ways
    Given the claims on "export share" of "North Terminal":
      | id    | value   |
      | one   | <one>   |
      | other | <other> |
    And the rule "export share claims must agree exactly"
    When the claims are checked
    Then the rule is satisfied
    And it holds as written

    Examples:
      | one  | other |
      | half | 50%   |
      | half | 0.5   |
      | 50%  | 0.5   |
