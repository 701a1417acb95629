@report @mistakes
Feature: A mistake is found before anything is judged, and says what to write
  Every mistake names the words at fault and the nearest known ones. What is wrong is left out; everything else is judged.

  Background:
    Given the vocabulary:
      """
      properties:
        export share: {kind: quantity, unit: percent}
        share of crude: {kind: quantity, unit: percent}
      entities: {North Terminal: {}}
      outlets: {Harbour Gazette: {}, The Lantern: {}}
      """
    And the claims on "export share" of "North Terminal":
      | id      | outlet          | value |
      | gazette | Harbour Gazette | 40%   |
      | lantern | The Lantern     | 60%   |

  Scenario Outline: A word that is not known
    Given the rule "<rule>"
    When the claims are checked
    Then the mistake <code> is reported at "<words>"
    And its help says "<help>"
    And the exit status is 2

    Examples:
      | rule                                                     | code | words            | help              |
      | exprot share claims must agree                           | E310 | exprot share     | export share      |
      | export share claims about "North Terminus" must agree    | E311 | "North Terminus" | North Terminal    |
      | export share claims from "Harbor Gazette" must agree     | E312 | "Harbor Gazette" | Harbour Gazette   |
      | export share claims per outlte must agree                | E314 | outlte           | outlet            |
      | export share claims must agree within 5 percentage pints | E315 | percentage pints | percentage points |

  Scenario: One mistaken rule does not keep the others from being judged
    Given the rule file:
      """
      rule typo: exprot share claims must agree
      rule right: export share claims must agree
      """
    When the claims are checked
    Then the mistake E310 is reported at "exprot share"
    And the rule "right" is violated
    And there is 1 finding
    And the exit status is 2

  Scenario: All mistakes of a file are found at once
    Given the rule file:
      """
      let slack = 10%
      rule one: exprot share claims must agree
      rule two: export share claims must agree within 6 hours
      rule two: export share claims must agree
      """
    When the claims are checked
    Then the mistake E310 is reported at "exprot share"
    And the mistake E323 is reported at "6 hours"
    And the mistake E333 is reported
    And the warning W301 is reported at "slack"

  Scenario: A name that holds a word of the language needs quotes
    Given the rule "share of crude claims must agree"
    When the claims are checked
    Then the mistake E302 is reported
    And its help says "quote it: "share of crude""

  Scenario: An opposite is asked for by the opposite word
    Given the rule "export share claims must not be at most 40%"
    When the claims are checked
    Then the mistake E305 is reported
    And its help says "more than"

  Scenario: A list in another file, and a circle of files
    Given the rule file "common.rules":
      """
      import "test.rules"
      let slack = 10%
      """
    And the rule file:
      """
      import "common.rules"
      rule one: export share claims must agree within slack
      """
    When the claims are checked
    Then the mistake E342 is reported

  Scenario: A tolerance that another file names
    Given the rule file "common.rules":
      """
      let slack = 10%
      """
    And the rule file:
      """
      import "common.rules"
      rule one: export share claims must agree within slack
      """
    When the claims are checked
    Then no mistake is reported
    And the rule "one" is violated

  Scenario: A claim that does not read is left out, and the rest is judged
    Given one more claim:
      | id   | outlet      | subject        | property     | value      |
      | blog | The Lantern | North Terminal | export share | Washington |
    And the rule "export share claims must agree"
    When the claims are checked
    Then the mistake E221 is reported at "Washington"
    And its message says "holds no number"
    And the rule is violated
    And "gazette" stands against "lantern"
    And the exit status is 2

  Scenario: A subject that is nearly a known one would be an island
    Given one more claim:
      | id   | outlet      | subject        | property     | value |
      | blog | The Lantern | North Termnial | export share | 50%   |
    And the rule "export share claims must agree"
    When the claims are checked
    Then the mistake E225 is reported at "North Termnial"
    And its help says "North Terminal"
