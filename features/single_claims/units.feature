@single_claims @units
Feature: A claim is measured in a unit, or converts to it
  Units of one kind convert by themselves. Tonnes are not barrels and euros are not dollars until somebody answers for the
  rate.

  Scenario Outline: What converts
    Given the vocabulary:
      """
      properties:
        loading rate: {kind: quantity, unit: barrel/day}
      conversions:
        crude oil: {"7.33 barrel": 1 tonne}
      """
    And the claim on "loading rate" of "North Terminal":
      | id      | value     |
      | gazette | <written> |
    And the rule file:
      """
      rule unit:
          loading rate claims must be measured in barrels/day
          <clause>
      """
    When the claims are checked
    Then the rule "unit" is <verdict>

    Examples:
      | written               | clause          | verdict   |
      | 1.2 mb/d              |                 | satisfied |
      | 50,000 barrels a week |                 | satisfied |
      | 50,000 tonnes a day   |                 | violated  |
      | 50,000 tonnes a day   | using crude oil | satisfied |

  Scenario: Claims in tonnes and in barrels cannot be compared until a rule opens the conversion
    Given the vocabulary:
      """
      properties:
        loading rate: {kind: quantity, unit: barrel/day}
      conversions:
        crude oil: {"7.33 barrel": 1 tonne}
      """
    And the claims on "loading rate" of "North Terminal":
      | id      | value               |
      | gazette | 73,300 barrels/day  |
      | lantern | 10,000 tonnes a day |
    And the rule "loading rate claims must agree"
    When the claims are checked
    Then the rule is undetermined
    And the exit status is 1

  Scenario: With the conversion they are one
    Given the vocabulary:
      """
      properties:
        loading rate: {kind: quantity, unit: barrel/day}
      conversions:
        crude oil: {"7.33 barrel": 1 tonne}
      """
    And the claims on "loading rate" of "North Terminal":
      | id      | value               |
      | gazette | 73,300 barrels/day  |
      | lantern | 10,000 tonnes a day |
    And the rule file:
      """
      rule loading:
          loading rate claims must agree within 1%
          using crude oil
      """
    When the claims are checked
    Then the rule "loading" is satisfied

  Scenario Outline: Money compares only by a rate of its time
    Given the vocabulary:
      """
      properties:
        repair cost: {kind: quantity, unit: USD, varies by: month}
      rates:
        EUR: {2025-10: 1.16 USD}
      """
    And the claims on "repair cost" of "North Terminal":
      | id      | period   | value             |
      | gazette | <period> | $116 million      |
      | lantern | <period> | 100 million euros |
    And the rule "repair cost claims must agree within 1%"
    When the claims are checked
    Then the rule is <verdict>

    Examples:
      | period  | verdict      |
      | 2025-10 | satisfied    |
      | 2025-11 | undetermined |

  Scenario: A barrel of oil is not a barrel of beer
    Given the claims on "stock" of "North Terminal":
      | id      | value         |
      | gazette | 100 barrels   |
      | lantern | 4,200 gallons |
    And the rule "stock claims must agree"
    When the claims are checked
    Then the rule is satisfied

  Scenario: The finding shows the rate by which it compared
    Given the vocabulary:
      """
      properties:
        repair cost: {kind: quantity, unit: USD, varies by: month}
      rates:
        EUR: {2025-10: 1.16 USD}
      """
    And the claims on "repair cost" of "North Terminal":
      | id      | period  | value             |
      | gazette | 2025-10 | $150 million      |
      | lantern | 2025-10 | 100 million euros |
    And the rule "repair cost claims must agree within 1%"
    When the claims are checked
    Then the rule is violated
    And "gazette" stands against "lantern"
