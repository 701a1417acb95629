@corpus @sanctions
Feature: What five articles say of the sanctions
  Whom they hit and who imposed them is told alike. Whether buyers are hit too is one page's word.

  Background:
    Given the corpus of the project
    And the rules of the project
    When the claims are checked

  Scenario: The same two companies, from three sides
    Then the rule "sanctions-target" is satisfied
    And the claims "bne-target", "hot-air-target" and "patriotfetch-target" agree
    And the source of the claim "hot-air-target" is "CNN"
    And it judges 1 group and 3 claims

  Scenario: The president and his administration are one authority
    Then the rule "sanctions-authority" is satisfied
    And the claims "bne-authority", "hot-air-authority" and "patriotfetch-authority" agree

  Scenario: That buyers are sanctioned rests on one source
    Then the rule "secondary-sanctions" is violated
    And the finding names the claim "hot-air-secondary"
    And the finding rests on the source "Hot Air"
    And "hot-air-secondary" stands alone
    And it judges 1 group and 1 claim

  Scenario: The answer came after the act
    Then the rule "answer-after-act" is satisfied
    And the claim "hot-air-imposed" is read as "2025-10-22"
    And the claim "hot-air-medvedev" is read as "2025-10-23"
