@sources
Feature: How many sources really stand behind a claim
  Three articles that relay one agency are one source. What counts is who says so in the end, independently of one
  another.

  Scenario: Three outlets, one agency
    Given the claims on "rescued sailors" of "the tanker":
      | id      | outlet          | value | via             |
      | gazette | Harbour Gazette | 12    | Northern Agency |
      | lantern | The Lantern     | 12    | Northern Agency |
      | radio   | Radio Haven     | 12    | Northern Agency |
    And the rule "rescued sailors claims must be corroborated by at least 2 independent sources"
    When the claims are checked
    Then the rule is violated
    And the finding names the claims "gazette", "lantern" and "radio"
    And the finding rests on the source "Northern Agency"
    And the finding rests on 1 independent source

  Scenario: A second source of its own is enough for two, and not for three
    Given the claims on "rescued sailors" of "the tanker":
      | id      | outlet          | value | via             |
      | gazette | Harbour Gazette | 12    | Northern Agency |
      | lantern | The Lantern     | 12    | Northern Agency |
      | radio   | Radio Haven     | 12    |                 |
    And the rule "rescued sailors claims must be corroborated by at least 2 independent sources"
    When the claims are checked
    Then the rule is satisfied
    And the source of the claim "radio" is "Radio Haven"

  Scenario: The same with one source too few
    Given the claims on "rescued sailors" of "the tanker":
      | id      | outlet          | value | via             |
      | gazette | Harbour Gazette | 12    | Northern Agency |
      | lantern | The Lantern     | 12    | Northern Agency |
      | radio   | Radio Haven     | 12    |                 |
    And the rule "rescued sailors claims must be corroborated by at least 3 independent sources"
    When the claims are checked
    Then the rule is violated
    And the finding rests on 2 independent sources

  Scenario: One person quoted by two outlets is one source
    Given the claims on "rescued sailors" of "the tanker":
      | id      | outlet          | value | speaker        |
      | gazette | Harbour Gazette | 12    | harbour master |
      | lantern | The Lantern     | 12    | harbour master |
    And the rule "rescued sailors claims must be corroborated by at least 2 independent sources"
    When the claims are checked
    Then the rule is violated
    And the finding rests on the source "harbour master"

  Scenario: A whole article that relays an agency is that agency's
    Given the claims on "rescued sailors" of "the tanker":
      | id      | outlet          | value | document via    |
      | gazette | Harbour Gazette | 12    | Northern Agency |
      | lantern | The Lantern     | 12    | Northern Agency |
    And the rule "rescued sailors claims must be corroborated by at least 2 independent sources"
    When the claims are checked
    Then the rule is violated
    And the source of the claim "gazette" is "Northern Agency"

  Scenario: Behind an agency stands whoever told it, if that is a name we know
    Given the vocabulary:
      """
      properties: {rescued sailors: {kind: quantity}}
      speakers: {Port Authority: {}, Northern Agency: {}}
      """
    And the claims on "rescued sailors" of "the tanker":
      | id      | outlet          | value | via                              |
      | gazette | Harbour Gazette | 12    | Northern Agency < Port Authority |
      | lantern | The Lantern     | 12    | Northern Agency < an official    |
    And the rule "rescued sailors claims must be corroborated by at least 3 independent sources"
    When the claims are checked
    Then the rule is violated
    And the source of the claim "gazette" is "Port Authority"
    And the source of the claim "lantern" is "Northern Agency"
    And the finding counts 1 unnamed source

  Scenario: Two reports side by side are two sources of one claim
    Given the claims on "rescued sailors" of "the tanker":
      | id      | outlet          | value | via                          |
      | gazette | Harbour Gazette | 12    | Northern Agency; Coast Radio |
    And the rule "rescued sailors claims must be corroborated by at least 2 independent sources"
    When the claims are checked
    Then the rule is satisfied
    And the sources of the claim "gazette" are "Northern Agency" and "Coast Radio"

  Scenario: A claim that nobody repeats has one source
    Given the claims on "rescued sailors" of "the tanker":
      | id      | outlet          | value |
      | gazette | Harbour Gazette | 12    |
    And the rule "rescued sailors claims must be corroborated by at least 2 independent sources"
    When the claims are checked
    Then the rule is violated
    And the finding names the claim "gazette"

  Scenario: Whoever gives another number backs nothing
    Given the claims on "rescued sailors" of "the tanker":
      | id      | outlet          | value |
      | gazette | Harbour Gazette | 12    |
      | lantern | The Lantern     | 19    |
    And the rule "rescued sailors claims must be corroborated by at least 2 independent sources"
    When the claims are checked
    Then the rule is violated

  Scenario Outline: A number within the tolerance backs it, exactly 10 % too
    Given the claims on "rescued sailors" of "the tanker":
      | id      | outlet          | value   |
      | gazette | Harbour Gazette | <other> |
      | lantern | The Lantern     | 20      |
    And the rule "rescued sailors claims must be corroborated by at least 2 independent sources within 10%"
    When the claims are checked
    Then the rule is <verdict>

    Examples:
      | other | verdict   |
      | 19    | satisfied |
      | 18    | satisfied |
      | 17    | violated  |

  Scenario: `More than` is easily said, so it backs no number
    Given the claims on "rescued sailors" of "the tanker":
      | id      | outlet          | value       |
      | gazette | Harbour Gazette | 12          |
      | lantern | The Lantern     | more than 5 |
    And the rule "rescued sailors claims must be corroborated by at least 2 independent sources"
    When the claims are checked
    Then the rule is violated

  Scenario: Two outlets that say the same `at least` back each other
    Given the claims on "rescued sailors" of "the tanker":
      | id      | outlet          | value       |
      | gazette | Harbour Gazette | more than 5 |
      | lantern | The Lantern     | more than 5 |
    And the rule "rescued sailors claims must be corroborated by at least 2 independent sources"
    When the claims are checked
    Then the rule is satisfied

  Scenario: An article without an outlet is a source by its own name
    Given the document:
      """
      document: {id: leaflet-7}
      claims:
        - {id: leaflet, subject: the tanker, property: rescued sailors, value: 12}
      """
    And the rule "rescued sailors claims must be corroborated by at least 2 independent sources"
    When the claims are checked
    Then the rule is violated
    And the source of the claim "leaflet" is "leaflet-7"

  Scenario: A wide guess backs no single place
    Given the vocabulary:
      """
      properties: {landing place: {kind: place}}
      places:
        Port Varrow: {}
        North Terminal: {within: Port Varrow}
      """
    And the claims on "landing place" of "the tanker":
      | id      | outlet          | value          |
      | gazette | Harbour Gazette | North Terminal |
      | lantern | The Lantern     | Port Varrow    |
    And the rule "landing place claims must be corroborated by at least 2 independent sources"
    When the claims are checked
    Then the rule is violated

  Scenario: Source by source, a claim of two sources stands with both
    Given the claims on "rescued sailors" of "the tanker":
      | id      | outlet          | value | via                          |
      | gazette | Harbour Gazette | 12    | Northern Agency; Coast Radio |
      | lantern | The Lantern     | 14    | Northern Agency              |
      | radio   | Radio Haven     | 16    | Coast Radio                  |
    And the rule "rescued sailors claims per source must agree"
    When the claims are checked
    Then the rule is violated
    And there are 2 findings
    And it is violated for "Northern Agency"
    And "gazette" stands against "lantern"
    And it is violated for "Coast Radio"
    And "gazette" stands against "radio"
