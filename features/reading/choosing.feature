@reading @choosing
Feature: Choosing the claims that a rule speaks of
  By subject, outlet, speaker, time and condition. Whatever a rule does not ask for it does not read: plans, denials and
  withdrawn claims stay out unless they are named.

  Background:
    Given the vocabulary:
      """
      properties:
        closed berths: {kind: quantity}
      entities:
        Port Varrow: {parts: [North Terminal, South Terminal]}
        North Terminal: {}
        South Terminal: {}
      speakers: {harbour master: {}, union: {}}
      """
    And the claims:
      | id      | outlet          | published  | subject        | property      | value  | speaker        | modality | stance |
      | gazette | Harbour Gazette | 2025-10-01 | North Terminal | closed berths | 2      | harbour master |          |        |
      | lantern | The Lantern     | 2025-10-02 | North Terminal | closed berths | 4      | union          |          |        |
      | radio   | Radio Haven     | 2025-11-01 | South Terminal | closed berths | 5 to 9 |                |          |        |
      | plan    | The Lantern     | 2025-10-03 | South Terminal | closed berths | 8      |                | expected |        |
      | denial  | The Lantern     | 2025-10-03 | South Terminal | closed berths | 6      |                |          | denies |

  Scenario Outline: Which claims are chosen
    Given the rule "closed berths claims <chosen> must be at most 1"
    When the claims are checked
    Then the rule is violated
    And it judges <groups> groups and <claims> claims

    Examples: by the words of the rule
      | chosen                                | groups | claims |
      | about "North Terminal"                | 1      | 2      |
      | about the parts of "Port Varrow"      | 2      | 3      |
      | from "Harbour Gazette", "Radio Haven" | 2      | 2      |
      | by union                              | 1      | 1      |
      | in 2025-10                            | 1      | 2      |
      | in 2025-10-02 to 2025-11              | 2      | 2      |
      | including expected                    | 2      | 4      |

    Examples: by conditions
      | chosen                                              | groups | claims |
      | where outlet is not "The Lantern"                   | 2      | 2      |
      | where outlet is one of "The Lantern", "Radio Haven" | 2      | 2      |
      | where speaker is absent                             | 1      | 1      |
      | where speaker is union or speaker is absent         | 2      | 2      |
      | where modality is expected                          | 1      | 1      |
      | where value > 3                                     | 2      | 2      |
      | where value >= 4 and subject is "North Terminal"    | 1      | 1      |
      | where published after 2025-10-01                    | 2      | 2      |
      | where not (outlet is "The Lantern")                 | 2      | 2      |

  Scenario: A rule about what is denied
    Given the rule "closed berths claims where stance is denies must have a speaker"
    When the claims are checked
    Then the rule is violated
    And the finding names the claim "denial"

  Scenario: A condition on a port does not take in its terminals
    Given the rule "closed berths claims where subject is "Port Varrow" must be at most 1"
    When the claims are checked
    Then the rule is not applicable
