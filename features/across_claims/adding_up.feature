@across_claims @adding_up
Feature: Parts add up to the whole
  Who lists the parts and gives a total should be able to count. A total is held against the parts only where every part
  is known.

  Background:
    Given the vocabulary:
      """
      properties:
        closed berths: {kind: quantity}
      entities:
        Port Varrow: {parts: [North Terminal, South Terminal]}
        North Terminal: {}
        South Terminal: {}
      """

  Scenario Outline: The parts of a port
    Given the claims:
      | id    | outlet          | subject        | property      | value   |
      | north | Harbour Gazette | North Terminal | closed berths | 2       |
      | south | The Lantern     | South Terminal | closed berths | <south> |
      | all   | Radio Haven     | Port Varrow    | closed berths | 5       |
    And the rule "closed berths claims about the parts of "Port Varrow" must add up to closed berths of "Port Varrow""
    When the claims are checked
    Then the rule is <verdict>

    Examples:
      | south   | verdict   |
      | 3       | satisfied |
      | 4       | violated  |
      | 2 to 9  | satisfied |
      | 4 to 9  | violated  |
      | about 4 | satisfied |

  Scenario Outline: Within a tolerance, and exactly as much
    Given the claims:
      | id    | subject        | property      | value   |
      | north | North Terminal | closed berths | 51      |
      | south | South Terminal | closed berths | <south> |
      | all   | Port Varrow    | closed berths | 99      |
    And the rule "closed berths claims about the parts of "Port Varrow" must add up to closed berths of "Port Varrow" within 10 %"
    When the claims are checked
    Then the rule is <verdict>

    Examples: 10 % of 110 is 11
      | south | verdict   |
      | 48    | satisfied |
      | 59    | satisfied |
      | 60    | violated  |

  Scenario: A part that nobody reports
    Given the claims:
      | id    | subject        | property      | value |
      | north | North Terminal | closed berths | 2     |
      | all   | Port Varrow    | closed berths | 5     |
    And the rule "closed berths claims about the parts of "Port Varrow" must add up to closed berths of "Port Varrow""
    When the claims are checked
    Then the rule is not applicable

  Scenario: A part on which the outlets disagree
    Given the claims:
      | id      | outlet          | subject        | property      | value |
      | north   | Harbour Gazette | North Terminal | closed berths | 2     |
      | north-2 | Quay Blog       | North Terminal | closed berths | 6     |
      | south   | The Lantern     | South Terminal | closed berths | 3     |
      | all     | Radio Haven     | Port Varrow    | closed berths | 5     |
    And the rule "closed berths claims about the parts of "Port Varrow" must add up to closed berths of "Port Varrow""
    When the claims are checked
    Then the rule is undetermined
    And it cannot be judged because "disagree"

  Scenario: Two who agree on a part count once
    Given the claims:
      | id      | outlet          | subject        | property      | value |
      | north   | Harbour Gazette | North Terminal | closed berths | 2     |
      | north-2 | Quay Blog       | North Terminal | closed berths | 2     |
      | south   | The Lantern     | South Terminal | closed berths | 3     |
      | all     | Radio Haven     | Port Varrow    | closed berths | 5     |
    And the rule "closed berths claims about the parts of "Port Varrow" must add up to closed berths of "Port Varrow""
    When the claims are checked
    Then the rule is satisfied

  Scenario: Without a list of parts there is nothing to add up
    Given the claims:
      | id    | subject        | property      | value |
      | north | North Terminal | closed berths | 2     |
      | all   | Port Varrow    | closed berths | 5     |
    And the rule "closed berths claims must add up to closed berths of "Port Varrow""
    When the claims are checked
    Then the mistake E330 is reported
