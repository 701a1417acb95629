@single_claims @record_keeping
Feature: What every claim must state
  An editor wants a quote under every claim and a name under every quotation.

  Scenario Outline: A claim lacks what a rule asks for
    Given the claims:
      | id       | outlet          | subject     | property      | value | period  | speaker        | quote      | qualifiers |
      | complete | Harbour Gazette | Port Varrow | closed berths | 2     | 2025-10 | harbour master | two berths | side: east |
      | bare     | The Lantern     | Port Varrow | closed berths | 2     |         |                |            |            |
    And the rule "closed berths claims must have <what>"
    When the claims are checked
    Then the rule is violated
    And the finding names the claim "bare"

    Examples:
      | what      |
      | quote     |
      | a speaker |
      | period    |
      | side      |

  Scenario: Quotation marks have a speaker
    Given the claims:
      | id      | outlet          | subject     | property      | value | speech | speaker        |
      | gazette | Harbour Gazette | Port Varrow | closed berths | 2     | quoted | harbour master |
      | lantern | The Lantern     | Port Varrow | closed berths | 2     |        |                |
    And the rule "claims where speech is quoted must have a speaker"
    When the claims are checked
    Then the rule is satisfied
    And it judges 1 group and 1 claim
