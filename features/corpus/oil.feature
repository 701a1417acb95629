@corpus @oil
Feature: What five articles say of Russia's oil
  The sanctions of October 2025 hit two companies. How much oil that is decides whether they bite, and the articles do
  not agree on it.

  Background:
    Given the corpus of the project
    And the rules of the project

  Scenario: Two shares of the same exports
    When the claims are checked
    Then the rule "export-share" is violated
    And "bne-share" stands against "patriotfetch-share"
    And they disagree by 39.5 %, where 10 % is allowed
    And the finding names the outlets "bne IntelliNews" and "PatriotFetch"
    And the finding quotes "nearly 40% of its oil exports"
    And the finding is on "Rosneft and Lukoil" and "2025-10"
    And it judges 1 group and 2 claims
    And no claim stands alone

  Scenario: Neither share has a second source
    When the claims are checked
    Then the rule "share-backed" is violated
    And the finding is of severity warning
    And the side of "bne-share" rests on the source "bne IntelliNews"
    And the side of "patriotfetch-share" rests on the source "PatriotFetch"

  Scenario: With the smaller share, Russia would export more oil than it pumps
    When the claims are checked
    Then the rule "implied-exports" is violated
    And the finding names the claims "bne-exports" and "patriotfetch-share"
    And the finding does not name the claim "bne-share"
    And its working shows "4.18–4.62 mn barrels/day ÷ 36–40 % = 10.45–12.83 mn barrels/day"
    And it is shown with the reason "Russia cannot export more"

  Scenario: A further article that sides with the smaller share gives it its second source
    Given one more claim:
      | id    | outlet | published  | subject            | property     | value     |
      | sixth | Axios  | 2025-10-26 | Rosneft and Lukoil | export share | about 39% |
    When the claims are checked
    Then the rule "export-share" is violated
    And "bne-share" stands against "patriotfetch-share" and "sixth"
    And the side of "sixth" rests on the sources "Axios" and "PatriotFetch"

  Scenario: A third share is new to whoever knows the other two
    Given the known findings in "corpus/known.json"
    And one more claim:
      | id    | outlet | published  | subject            | property     | value |
      | sixth | Axios  | 2025-10-26 | Rosneft and Lukoil | export share | 90%   |
    When the claims are checked
    Then the rule "export-share" is violated
    And "bne-share" stands against "patriotfetch-share", and against "sixth"
    And the finding is new

  Scenario: A further article of another month changes nothing
    Given one more claim:
      | id    | outlet | published  | subject            | property     | value     |
      | sixth | Axios  | 2025-04-26 | Rosneft and Lukoil | export share | about 39% |
    When the claims are checked
    Then the rule "export-share" is violated
    And "bne-share" stands against "patriotfetch-share"
    And "sixth" stands alone, differing from "bne-share" in month

  Scenario: India's promise to stop buying is asserted and denied in one article
    When the claims are checked
    Then the rule "pledge" is accepted
    And it is accepted because "That they differ is what it reports."
    And "hot-air-pledge" stands against "hot-air-pledge-disputed"
    And the finding attributes "hot-air-pledge" to "Donald Trump"
    And the side of "hot-air-pledge" rests on the source "Donald Trump"
    And the finding counts 1 unnamed source

  Scenario: A further denial of the promise has not been judged
    Given one more claim:
      | id    | outlet  | published  | subject | property        | value | stance | speaker       |
      | sixth | Reuters | 2025-10-27 | India   | purchase pledge | true  | denies | Sergei Lavrov |
    When the claims are checked
    Then the rule "pledge" is violated
    And "sixth" and "hot-air-pledge-disputed" stand against "hot-air-pledge"

  Scenario: One tariff on Indian goods, and another on Ukraine's
    When the claims are checked
    Then the rule "tariff-rate" is satisfied
    And it holds as written
    And "caliber-tariff-ukraine" stands alone, differing from "hot-air-tariff-august" in subject

  Scenario: India's exports fell from more than they fell to
    When the claims are checked
    Then the rule "exports-fell" is satisfied

  Scenario Outline: What holds
    When the claims are checked
    Then the rule "<rule>" is satisfied
    And it judges <groups> groups and <claims> claims

    Examples:
      | rule            | groups | claims |
      | share-in-bounds | 1      | 2      |
      | oil-by-the-day  | 1      | 1      |
      | ranks           | 2      | 4      |
