@across_claims @revisions
Feature: A later figure of the same source is a revision
  A toll that the same source corrects is no contradiction. `latest` keeps what each source said last.

  Background:
    Given the property:
      | property | kind     |
      | killed   | quantity |

  Scenario: Without `latest`, a source may contradict itself
    Given the claims on "killed" of "the flood":
      | id      | outlet          | published  | value |
      | morning | Harbour Gazette | 2025-10-01 | 57    |
      | evening | Harbour Gazette | 2025-10-02 | 44    |
    And the rule "killed claims must agree"
    When the claims are checked
    Then the rule is violated
    And "evening" stands against "morning"

  Scenario: With `latest`, only the last word counts
    Given the claims on "killed" of "the flood":
      | id      | outlet          | published  | value |
      | morning | Harbour Gazette | 2025-10-01 | 57    |
      | evening | Harbour Gazette | 2025-10-02 | 44    |
      | lantern | The Lantern     | 2025-10-02 | 44    |
    And the rule "latest killed claims must agree"
    When the claims are checked
    Then the rule is satisfied
    And it judges 1 group and 2 claims

  Scenario: The last word of another source replaces nothing
    Given the claims on "killed" of "the flood":
      | id      | outlet          | published  | value |
      | gazette | Harbour Gazette | 2025-10-01 | 57    |
      | lantern | The Lantern     | 2025-10-02 | 44    |
    And the rule "latest killed claims must agree"
    When the claims are checked
    Then the rule is violated

  Scenario: What may have been earlier does not replace either
    Given the claims on "killed" of "the flood":
      | id       | outlet          | published  | value |
      | morning  | Harbour Gazette | 2025-10-02 | 57    |
      | sometime | Harbour Gazette | 2025-10    | 44    |
    And the rule "latest killed claims must agree"
    When the claims are checked
    Then the rule is violated

  Scenario: A claim that was withdrawn is history
    Given the claims on "killed" of "the flood":
      | id      | outlet          | value | status    | superseded by |
      | morning | Harbour Gazette | 57    | withdrawn | evening       |
      | evening | Harbour Gazette | 44    |           |               |
      | lantern | The Lantern     | 44    |           |               |
    And the rule "killed claims must agree"
    When the claims are checked
    Then the rule is satisfied
    And it judges 1 group and 2 claims

  Scenario: A rule about withdrawn claims reads them
    Given the claims on "killed" of "the flood":
      | id      | outlet          | value | status    |
      | morning | Harbour Gazette | 57    | withdrawn |
      | evening | Harbour Gazette | 44    |           |
    And the rule "killed claims where status is withdrawn must be at most 50"
    When the claims are checked
    Then the rule is violated
    And the finding names the claim "morning"

  Scenario: What a source says through two outlets is the last word of that source
    Given the claims on "killed" of "the flood":
      | id      | outlet          | published  | value | via             |
      | morning | Harbour Gazette | 2025-10-01 | 57    | Northern Agency |
      | evening | The Lantern     | 2025-10-02 | 44    | Northern Agency |
      | radio   | Radio Haven     | 2025-10-02 | 44    |                 |
    And the rule "latest killed claims must agree"
    When the claims are checked
    Then the rule is satisfied
    And it judges 1 group and 2 claims

  Scenario: What was last is told before conditions choose
    Given the claims on "killed" of "the flood":
      | id      | outlet          | published  | value | quote |
      | morning | Harbour Gazette | 2025-10-01 | 57    | many  |
      | evening | Harbour Gazette | 2025-10-02 | 44    | few   |
    And the rule "latest killed claims where quote contains "many" must be at most 50"
    When the claims are checked
    Then the rule is not applicable
