@corpus @diplomacy
Feature: What five articles say of offices, remarks and a summit
  Offices and dates are told alike; only what to call the envoy divides the articles.

  Background:
    Given the corpus of the project
    And the rules of the project
    When the claims are checked

  Scenario: An envoy is not a diplomat
    Then the rule "envoy-or-fund" is accepted
    And it is accepted because "a loose word for a man on a diplomatic errand"
    And the finding names the claim "patriotfetch-role-diplomat"
    And the finding is of severity info
    And it judges 1 group and 6 claims

  Scenario: A remark on a Sunday, told in the week after
    Then the rule "remark-day" is satisfied
    And the claims "caliber-remark" and "signals-remark" agree

  Scenario: The summit was called off, by two accounts
    Then the rule "summit" is satisfied
    And the source of the claim "hot-air-summit-axios" is "Axios"
    And the source of the claim "hot-air-summit-trump" is "Donald Trump"

  Scenario Outline: What holds
    Then the rule "<rule>" is satisfied
    And it judges <groups> groups and <claims> claims

    Examples:
      | rule          | groups | claims |
      | one-holder    | 4      | 6      |
      | invasion-year | 1      | 2      |
