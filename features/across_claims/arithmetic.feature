@across_claims @arithmetic
Feature: What several claims come to together
  Two figures may each look sound and make nonsense together. A rule reckons with claims of several properties, and the
  finding shows the working.

  Background:
    Given the vocabulary:
      """
      properties:
        exports: {kind: quantity, unit: barrel/day, varies by: month}
        share: {kind: quantity, unit: percent, varies by: month}
        closed berths: {kind: quantity}
        all berths: {kind: quantity}
        departure: {kind: date}
        arrival: {kind: date}
        crossing: {kind: quantity, unit: hour}
      entities: {North Terminal: {}, South Terminal: {}}
      """

  Scenario: A share and an amount imply a total that cannot be
    Given the claims:
      | id      | outlet          | subject        | property | period  | value                    |
      | gazette | Harbour Gazette | North Terminal | exports  | 2025-10 | some 4.4mn barrels a day |
      | lantern | The Lantern     | North Terminal | share    | 2025-10 | nearly 40%               |
    And the rule "exports of "North Terminal" / share of "North Terminal" must be at most 10 million barrels/day"
    When the claims are checked
    Then the rule is violated
    And the finding names the claims "gazette" and "lantern"
    And its working shows "4.18–4.62 mn barrels/day ÷ 36–40 % = 10.45–12.83 mn barrels/day, above 10 mn"

  Scenario: One combination of claims is enough, and only its claims are named
    Given the claims:
      | id      | outlet          | subject        | property | period  | value                    |
      | gazette | Harbour Gazette | North Terminal | exports  | 2025-10 | some 4.4mn barrels a day |
      | lantern | The Lantern     | North Terminal | share    | 2025-10 | nearly 40%               |
      | radio   | Radio Haven     | North Terminal | share    | 2025-10 | two thirds               |
    And the rule "exports of "North Terminal" / share of "North Terminal" must be at most 10 million barrels/day"
    When the claims are checked
    Then the rule is violated
    And the finding names the claims "gazette" and "lantern"
    And the finding does not name the claim "radio"

  Scenario Outline: At the bound and just beyond it
    Given the claims:
      | id      | subject        | property      | value    |
      | gazette | North Terminal | closed berths | <closed> |
      | lantern | North Terminal | all berths    | 10       |
    And the rule "closed berths of "North Terminal" / all berths of "North Terminal" must be at most 50%"
    When the claims are checked
    Then the rule is <verdict>

    Examples:
      | closed | verdict   |
      | 5      | satisfied |
      | 6      | violated  |
      | 5 to 9 | satisfied |
      | 6 to 9 | violated  |

  Scenario Outline: A share that somebody gives is held against the one that follows from the counts
    Given the claims:
      | id      | subject        | property      | period  | value   |
      | gazette | North Terminal | closed berths |         | 2       |
      | lantern | North Terminal | all berths    |         | 6       |
      | radio   | North Terminal | share         | 2025-10 | <share> |
    And the rule "closed berths of "North Terminal" / all berths of "North Terminal" must agree with share of "North Terminal" within 10%"
    When the claims are checked
    Then the rule is <verdict>

    Examples: 10 % below a third is 30 %
      | share     | verdict   |
      | a third   | satisfied |
      | 20 to 30% | satisfied |
      | 20 to 29% | violated  |

  Scenario: Figures of different months do not go together
    Given the claims:
      | id      | subject        | property | period  | value             |
      | gazette | North Terminal | exports  | 2025-10 | 4.4mn barrels/day |
      | lantern | North Terminal | share    | 2025-04 | 40%               |
    And the rule "exports of "North Terminal" / share of "North Terminal" must be at most 10 million barrels/day"
    When the claims are checked
    Then the rule is not applicable

  Scenario: Without a subject, each subject's figures go with its own
    Given the claims:
      | id      | subject        | property | period  | value           |
      | n-rate  | North Terminal | exports  | 2025-10 | 4mn barrels/day |
      | n-share | North Terminal | share    | 2025-10 | 80%             |
      | s-rate  | South Terminal | exports  | 2025-10 | 4mn barrels/day |
      | s-share | South Terminal | share    | 2025-10 | 20%             |
    And the rule "exports / share must be at most 10 million barrels/day"
    When the claims are checked
    Then the rule is violated
    And there is 1 finding
    And the finding is on "South Terminal"

  Scenario Outline: A calendar that has to fit
    Given the claims:
      | id      | subject    | property  | value      |
      | gazette | the tanker | departure | 2025-10-22 |
      | lantern | the tanker | crossing  | <crossing> |
      | radio   | the tanker | arrival   | <arrival>  |
    And the rule "departure of "the tanker" + crossing of "the tanker" must be before arrival of "the tanker""
    When the claims are checked
    Then the rule is <verdict>

    Examples:
      | crossing        | arrival    | verdict   |
      | within 48 hours | 2025-10-25 | satisfied |
      | 80 to 90 hours  | 2025-10-25 | satisfied |
      | 96 to 99 hours  | 2025-10-25 | violated  |
      | 48 hours        | 2025-10-23 | satisfied |
      | 49 hours        | 2025-10-23 | violated  |

  Scenario: Barrels and percent cannot be added
    Given the claims:
      | id      | subject        | property | period  | value             |
      | gazette | North Terminal | exports  | 2025-10 | 4.4mn barrels/day |
      | lantern | North Terminal | share    | 2025-10 | 40%               |
    And the rule "exports of "North Terminal" + share of "North Terminal" must be at most 10 million barrels/day"
    When the claims are checked
    Then the mistake E322 is reported
    And the exit status is 2

  Scenario: What is divided by next to nothing cannot be told
    Given the claims:
      | id      | subject        | property      | value |
      | gazette | North Terminal | closed berths | 2     |
      | lantern | North Terminal | all berths    | none  |
    And the rule "closed berths of "North Terminal" / all berths of "North Terminal" must be at most 50%"
    When the claims are checked
    Then the rule is undetermined

  Scenario: All terminals together
    Given the claims:
      | id    | subject        | property      | value |
      | north | North Terminal | closed berths | 2     |
      | south | South Terminal | closed berths | 3     |
    And the rule "the sum of closed berths claims must be at most 4"
    When the claims are checked
    Then the rule is violated
    And the finding names the claims "north" and "south"

  Scenario Outline: The mean, the middle and the ends of all terminals
    Given the claims:
      | id    | subject        | property      | value |
      | north | North Terminal | closed berths | 2     |
      | south | South Terminal | closed berths | 4     |
    And the rule "<number> of closed berths claims must be at most <bound>"
    When the claims are checked
    Then the rule is <verdict>

    Examples:
      | number      | bound | verdict   |
      | the mean    | 3     | satisfied |
      | the mean    | 2     | violated  |
      | the median  | 3     | satisfied |
      | the median  | 2     | violated  |
      | the highest | 4     | satisfied |
      | the highest | 3     | violated  |
      | the lowest  | 2     | satisfied |
      | the lowest  | 1     | violated  |
      | the number  | 2     | satisfied |
      | the number  | 1     | violated  |

  Scenario: A subject that two outlets count is counted once
    Given the claims:
      | id      | outlet          | subject        | property      | value |
      | north   | Harbour Gazette | North Terminal | closed berths | 2     |
      | north-2 | The Lantern     | North Terminal | closed berths | 2     |
      | south   | The Lantern     | South Terminal | closed berths | 4     |
    And the rule "the sum of closed berths claims must be between 6 and 6"
    When the claims are checked
    Then the rule is satisfied
