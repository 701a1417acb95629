@reading @evidence
Feature: The words a claim rests on
  A claim is worth as much as its quote. Where the text of the document is held, every quote is looked for in it, and the
  value in the quote.

  Background:
    Given the text of the document "gazette":
      """
      The north terminal loads nearly 1.2mn barrels a day,
      the port’s master said. “We have lost two berths”, he
      added; two berths are closed since Sunday.
      """
    And the rule file:
      """
      rule any: claims must have subject
      """

  Scenario Outline: How a quote stands to the text
    Given the claims:
      | id    | document | subject        | property   | value   | quote   |
      | claim | gazette  | North Terminal | <property> | <value> | <quote> |
    When the claims are checked
    Then the quote of "claim" is <status>

    Examples:
      | property      | value                      | quote                      | status      |
      | loading rate  | nearly 1.2mn barrels a day | nearly 1.2mn barrels a day | verified    |
      | loading rate  | nearly 1.2mn barrels a day | nearly 1.3mn barrels a day | missing     |
      | loading rate  | nearly 1.3mn barrels a day | nearly 1.2mn barrels a day | unsupported |
      | closed berths | 2                          | lost two berths            | verified    |
      | closed berths | 2                          | two berths                 | ambiguous   |

  Scenario: Only white space and the shape of quotes and dashes are forgiven
    Given the claims:
      | id    | document | subject        | property   | value | quote                  |
      | claim | gazette  | North Terminal | is closing | true  | the port's master said |
    When the claims are checked
    Then the rule "any" is satisfied

  Scenario: A quote that occurs twice is pinned by what stands before it
    Given the claims:
      | id    | document | subject     | property      | value | quote      | prefix |
      | claim | gazette  | Port Varrow | closed berths | 2     | two berths | lost   |
    When the claims are checked
    Then the quote of "claim" is verified

  Scenario: A quote put down from memory
    Given the claims:
      | id    | document | subject     | property      | value | quote                     |
      | claim | gazette  | Port Varrow | closed berths | 2     | two berths have been lost |
    When the claims are checked
    Then the quote of "claim" is missing
    And the nearest passage to the quote of "claim" is "two berths"
    And the rule "evidence" is violated
    And the finding names the claim "claim"
    And the exit status is 1

  Scenario: A reading says why the quote means the value
    Given the claims:
      | id    | document | subject     | property    | value | quote           | reading                        |
      | claim | gazette  | Port Varrow | open berths | 4     | lost two berths | the port has six berths in all |
    When the claims are checked
    Then the quote of "claim" is inferred

  Scenario: A text that was edited since proves nothing
    Given the text of the document "gazette" has changed since its claims were taken
    And the claims:
      | id    | document | subject     | property      | value | quote           |
      | claim | gazette  | Port Varrow | closed berths | 2     | lost two berths |
    When the claims are checked
    Then the quote of "claim" is text changed
    And the rule "evidence" is violated

  Scenario: A text that is not here is not held against anybody
    Given the claims:
      | id    | document | outlet      | text        | subject     | property      | value | quote           |
      | claim | lantern  | The Lantern | lantern.txt | Port Varrow | closed berths | 2     | lost two berths |
    When the claims are checked strictly
    Then the quote of "claim" is not held
    And the exit status is 0
