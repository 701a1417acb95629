Feature: How many came to the fair
  Scenario: Two outlets, one crowd
    Given the corpus of the project
    And the rules of the project
    When the claims are checked
    Then the rule "visitors" is satisfied
    And the claims "post-visitors" and "radio-visitors" agree
    And it judges 1 group and 2 claims
