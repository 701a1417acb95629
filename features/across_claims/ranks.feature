@across_claims @ranks
Feature: A rank has one holder
  Two countries cannot both be the second-largest, nor can two ports have the same harbour master.

  Scenario: Two ports are both the largest
    Given the property:
      | property  | kind |
      | port rank | rank |
    And the claims:
      | id      | outlet          | subject     | property  | value          |
      | gazette | Harbour Gazette | Port Varrow | port rank | largest        |
      | lantern | The Lantern     | Port Selby  | port rank | largest        |
      | radio   | Radio Haven     | Port Ormond | port rank | second-largest |
    And the rule "port rank claims must not share a value"
    When the claims are checked
    Then the rule is violated
    And the finding names the claims "gazette" and "lantern"

  Scenario: One port, named twice, is one holder
    Given the property:
      | property  | kind |
      | port rank | rank |
    And the claims:
      | id      | outlet          | subject     | property  | value          |
      | gazette | Harbour Gazette | Port Varrow | port rank | largest        |
      | lantern | The Lantern     | Port Varrow | port rank | first          |
      | radio   | Radio Haven     | Port Ormond | port rank | second-largest |
    And the rule "port rank claims must not share a value"
    When the claims are checked
    Then the rule is satisfied

  Scenario Outline: Counts share a value only where both mean it
    Given the property:
      | property | kind     |
      | berths   | quantity |
    And the claims:
      | id      | subject     | property | value   |
      | gazette | Port Varrow | berths   | <one>   |
      | lantern | Port Selby  | berths   | <other> |
      | radio   | Port Ormond | berths   | 99      |
    And the rule "berths claims must not share a value"
    When the claims are checked
    Then the rule is <verdict>

    Examples:
      | one | other    | verdict   |
      | 12  | 12       | violated  |
      | 12  | 13       | satisfied |
      | 12  | about 12 | satisfied |

  Scenario: Whoever is vague is not held to a number, and counted
    Given the property:
      | property | kind     |
      | berths   | quantity |
    And the claims:
      | id      | subject     | property | value    |
      | gazette | Port Varrow | berths   | 12       |
      | lantern | Port Selby  | berths   | about 12 |
      | radio   | Port Ormond | berths   | 13       |
    And the rule "berths claims must not share a value"
    When the claims are checked
    Then the rule is satisfied
    And it judges 1 group and 2 claims
    And 1 claim is not judged

  Scenario: What is measured may well be the same twice
    Given the property:
      | property | kind     | unit  |
      | length   | quantity | meter |
    And the claims:
      | id      | subject     | property | value     |
      | gazette | Port Varrow | length   | 300 meter |
      | lantern | Port Selby  | length   | 300 meter |
    And the rule "length claims must not share a value"
    When the claims are checked
    Then the mistake E327 is reported

  Scenario: One office, one holder
    Given the property:
      | property | kind   |
      | office   | entity |
    And the claims:
      | id      | subject      | property | value          |
      | gazette | Ada Brandt   | office   | harbour master |
      | lantern | Piet Vermeer | office   | harbour master |
    And the rule "office claims must not share a value"
    When the claims are checked
    Then the rule is violated
    And the finding names the claims "gazette" and "lantern"
