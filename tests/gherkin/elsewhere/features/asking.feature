Feature: Asking questions of claims that nobody has printed yet

  Scenario: Two outlets, said in sentences
    Given "Valley Post" says that the "burnt area" of "Arden fire" is "about 1,200 hectares"
    And "Ridge Radio" says that the "burnt area" of "Arden fire" is "nearly 900 hectares"
    And the rule "burnt area claims must agree within 2 square kilometres"
    When the claims are checked
    Then the rule is violated
    And the claims "valley-post" and "ridge-radio" disagree
    And they are 240 hectares apart
    And they disagree by 2.4 square kilometres, where 2 square kilometres are allowed

  Scenario: One asserts what another denies
    Given "Valley Post" says that the "set on purpose" of "Arden fire" is "true"
    And "Daily Ember" denies that the "set on purpose" of "Arden fire" is "true"
    When the claims are checked against "claims must not contradict"
    Then the rule is violated

  Scenario Outline: Exactly as much as is allowed
    Given the following claims on "burnt area" of "Arden fire":
      | id    | value                        |
      | one   | <one>                        |
      | other | {number: 100, unit: hectare} |
    And the rule "burnt area claims must agree within 10%"
    When the claims are checked
    Then the rule is <verdict>

    Examples:
      | one                           | verdict   |
      | {number: 90, unit: hectare}   | satisfied |
      | {number: 89.9, unit: hectare} | violated  |

  Scenario: Euros and dollars, and no rate
    Given the properties:
      | property    | kind     | unit |
      | repair cost | quantity | EUR  |
    And the claims on "repair cost" of "Old Mill":
      | id   | value       |
      | post | €5 million  |
      | star | $20 million |
    And the rule "repair cost claims must agree"
    When the claims are checked
    Then the rule is undetermined because "no exchange rate"

  Scenario: A slip of the pen in a rule
    Given the claim on "burnt area" of "Arden fire":
      | value       |
      | 10 hectares |
    And the rule "brunt area claims must agree"
    When the rule is checked
    Then a mistake is reported at "brunt area"
    And its help says "burnt area"
    And the rule is left out
    And the exit code is 2

  Scenario: A slip of the pen in a claim
    Given the property:
      | property   | kind     | unit    |
      | burnt area | quantity | hectare |
    And the claims on "burnt area" of "Arden fire":
      | id   | value        |
      | post | 10 hectares  |
      | star | tne hectares |
    And the rule "burnt area claims must be at most 20 hectares"
    When the claims are checked
    Then the claim "star" is left out
    And a mistake is reported at "tne hectares"
    And the rule is satisfied

  Scenario: A quote that is not in its text
    Given the text of the document "star":
      """
      Some 1,190 hectares of forest are gone.
      """
    And the claims:
      | id   | document | subject    | property   | value          | quote               |
      | star | star     | Arden fire | burnt area | 1,290 hectares | 1,290 hectares gone |
    And the rules:
      """
      rule size: burnt area claims must be at most 9,000 hectares
      """
    When the claims are checked
    Then the rule "size" holds
    And the quote of "star" is missing
    And the rule "evidence" is violated
