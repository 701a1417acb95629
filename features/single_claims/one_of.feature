@single_claims @one_of
Feature: A claim is one of a list
  What an envoy is called, where a ship may land: a value must be one of those listed, lie within one of them, or hold one
  of them.

  Background:
    Given the vocabulary:
      """
      properties:
        landing place: {kind: place}
        closed berths: {kind: quantity}
      places:
        Port Varrow: {}
        North Terminal: {within: Port Varrow}
        Berth 1: {within: North Terminal}
        South Terminal: {within: Port Varrow}
      """

  Scenario Outline: A place in the list, within it, around it, and elsewhere
    Given the claim on "landing place" of "the tanker":
      | id      | outlet          | value   |
      | gazette | Harbour Gazette | <place> |
    And the rule "landing place claims must be one of "North Terminal", Norway"
    When the claims are checked
    Then the rule is <verdict>

    Examples:
      | place          | verdict   |
      | North Terminal | satisfied |
      | Berth 1        | satisfied |
      | Port Varrow    | satisfied |
      | Norway         | satisfied |
      | South Terminal | violated  |

  Scenario: The finding lists who says something else, and nobody else
    Given the claims on "landing place" of "the tanker":
      | id      | outlet          | value          |
      | gazette | Harbour Gazette | North Terminal |
      | lantern | The Lantern     | South Terminal |
      | blog    | Quay Blog       | South Terminal |
    And the rule "landing place claims must be one of "North Terminal""
    When the claims are checked
    Then the rule is violated
    And there is 1 finding
    And the finding names the claims "lantern" and "blog"

  Scenario Outline: Numbers may be listed too
    Given the claim on "closed berths" of "Port Varrow":
      | id      | value     |
      | gazette | <written> |
    And the rule "closed berths claims must be one of 2, 4"
    When the claims are checked
    Then the rule is <verdict>

    Examples:
      | written     | verdict   |
      | 2           | satisfied |
      | 3           | violated  |
      | a few       | satisfied |
      | more than 4 | violated  |
