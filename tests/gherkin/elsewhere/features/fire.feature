@fire
Feature: What three outlets say of the Arden fire

  Background:
    Given the corpus of the project
    And the rules of the project
    And today is 2025-08-20

  @figures
  Scenario: How much has burnt
    When I check the claims
    Then the rule "area" is violated
    And the outlets "Valley Post" and "Ridge Radio" disagree
    And the claims "post-area" and "radio-area" disagree by 21.7%
    And the finding quotes "Nearly 900 hectares" from "Ridge Radio"
    And the difference is 21.7 %, where 10 % is allowed
    But the claims "post-area" and "ember-area" agree

  @figures
  Scenario: Nobody can tell from these two how much of the line holds
    When the claims are checked
    Then the rule "line" fails
    And they disagree by 14.5 percentage points
    And the claim "radio-line" means "less than 20 %"
    And the claim "post-line" means "34.5 to 35.5 %"

  Scenario: The two dates are one date
    When the claims are checked
    Then the rule "start" holds
    And the claim "ember-start" is read as "2025-08-11"
    And the quote of "radio-start" is in line 3

  Scenario: Only one outlet counts nine homes
    When the claims are checked
    Then the rule "homes" is violated for "Arden fire"
    And "post-homes" and "radio-homes" stand against "ember-homes"
    And the difference is two
    And the rule "homes-backed" is violated
    And the finding names the claim "ember-homes"
    And the finding is a warning
    And the claim "radio-homes" rests on the source "fire service"

  Scenario: What the mayor says and the police deny is known, for now
    When the claims are checked
    Then the rule "arson" is accepted because "Nobody knows yet."

  Scenario: After September somebody has to know
    When the claims are checked on 2025-10-01
    Then the rule "arson" is violated

  Scenario: The whole picture
    When the claims are checked
    Then the rules "area", "line" and "homes" are violated
    And every quote is verified
    And no rule is undetermined
    And no claim is left out
    And there are 5 findings
    And the check fails
    And the exit code is 1

  Scenario: An article that settles it
    Given "Evening Star" says on 2025-08-14 that the "burnt area" of "the Arden fire" is "1,190 hectares"
    When the claims are checked
    Then "evening-star", "post-area" and "ember-area" stand against "radio-area"

  Scenario: Yesterday's disagreements are known; what is new is told
    Given the findings so far are known
    And one more claim:
      | id   | outlet       | published  | subject    | property   | value |
      | star | Evening Star | 2025-08-16 | Arden fire | homes lost | 20    |
    When the claims are checked
    Then there are 2 new findings
    And the rule "area" is violated
    And the finding is known
    And the rule "homes" is violated
    And the finding is new

  Scenario: Nothing new, so the check passes
    Given the findings so far are known
    When the claims are checked
    Then there are no new findings
    And the check passes
