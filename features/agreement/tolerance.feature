@agreement @tolerance
Feature: How far claims may differ
  A tolerance is what the nearest ends of two claims may lie apart. In percent it is a share of the larger of these two
  ends; a number with a unit is meant as it stands. Exactly as much as is allowed is allowed.

  Scenario: Two thirds against nearly 40 %
    Given the claims on "export share" of "North Terminal":
      | id      | value      |
      | gazette | two thirds |
      | lantern | nearly 40% |
    And the rule "export share claims must agree within 10%"
    When the claims are checked
    Then the rule is violated
    And they disagree by 39.5 %, where 10 % is allowed

  Scenario Outline: A tolerance in percent is a share of the larger of the two nearest ends
    Given the claims on "loading rate" of "North Terminal":
      | id    | value   |
      | one   | <one>   |
      | other | <other> |
    And the rule "loading rate claims must agree within 10%"
    When the claims are checked
    Then the rule is <verdict>

    Examples: exactly 10 % agrees, and a little more does not; 10 % of 100 is 10
      | one                  | other                   | verdict   |
      | 80 to 90 tonne/day   | 100 to 120 tonne/day    | satisfied |
      | 80 to 90 tonne/day   | 100.01 to 120 tonne/day | violated  |
      | 80 to 89.9 tonne/day | 100 to 120 tonne/day    | violated  |

    Examples: ends that are left out count as ends
      | one                     | other                  | verdict   |
      | less than 9 tonne/day   | more than 10 tonne/day | satisfied |
      | less than 8.9 tonne/day | more than 10 tonne/day | violated  |
      | less than 9 tonne/day   | at least 10 tonne/day  | satisfied |

  Scenario Outline: A tolerance with a unit is meant as it stands
    Given the claims on "<property>" of "North Terminal":
      | id    | value   |
      | one   | <one>   |
      | other | <other> |
    And the rule "<property> claims must agree within <tolerance>"
    When the claims are checked
    Then the rule is <verdict>

    Examples: percentage points are not percent
      | property     | one       | other     | tolerance           | verdict   |
      | export share | 30 to 35% | 40 to 50% | 5 percentage points | satisfied |
      | export share | 30 to 35% | 40 to 50% | 5%                  | violated  |
      | export share | 30 to 35% | 41 to 50% | 5 percentage points | violated  |

    Examples: other units convert
      | property     | one            | other            | tolerance               | verdict   |
      | delay        | 30 to 42 hours | 2 to 3 days      | 6 hours                 | satisfied |
      | delay        | 30 to 41 hours | 2 to 3 days      | 6 hours                 | violated  |
      | loading rate | 0.5 to 1 mb/d  | 1.2 to 1.5 mb/d  | 0.2 million barrels/day | satisfied |
      | loading rate | 0.5 to 1 mb/d  | 1.21 to 1.5 mb/d | 0.2 million barrels/day | violated  |

  Scenario: A gain and a loss never agree within a share of themselves
    Given the properties:
      | property | kind     | unit    | signed |
      | change   | quantity | percent | true   |
    And the claims on "change" of "North Terminal":
      | id      | value   |
      | gazette | down 1% |
      | lantern | up 1%   |
    And the rule "change claims must agree within 90%"
    When the claims are checked
    Then the rule is violated
    And the claims "gazette" and "lantern" disagree

  Scenario: Intervals that meet agree under any tolerance
    Given the claims on "export share" of "North Terminal":
      | id      | value     |
      | gazette | 30 to 40% |
      | lantern | 40 to 90% |
    And the rule "export share claims must agree within 0.1%"
    When the claims are checked
    Then the rule is satisfied

  Scenario: A tolerance of another dimension is a mistake in the rule
    Given the claims on "export share" of "North Terminal":
      | id      | value |
      | gazette | 30%   |
      | lantern | 40%   |
    And the rule "export share claims must agree within 6 hours"
    When the claims are checked
    Then the mistake E323 is reported at "6 hours"
    And the exit status is 2
