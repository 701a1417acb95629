@across_claims @trends
Feature: What can only go one way
  A toll does not fall, and a fleet does not double overnight. Claims are taken by the period they speak of, however late
  they were published.

  Background:
    Given the property:
      | property | kind     | varies by |
      | killed   | quantity | month     |
      | fleet    | quantity | month     |

  Scenario: The toll of a later month is lower
    Given the claims on "killed" of "the flood":
      | id        | outlet          | period  | value |
      | september | Harbour Gazette | 2025-09 | 57    |
      | october   | The Lantern     | 2025-10 | 44    |
    And the rule "killed claims per subject must not decrease"
    When the claims are checked
    Then the rule is violated
    And the finding names the claims "september" and "october"

  Scenario Outline: Just as many is no fall, and what may be more is none either
    Given the claims on "killed" of "the flood":
      | id      | period   | value   |
      | earlier | 2025-09  | <first> |
      | later   | <period> | <then>  |
    And the rule "killed claims per subject must not <way>"
    When the claims are checked
    Then the rule is <verdict>

    Examples:
      | first        | period  | then         | way      | verdict        |
      | 57           | 2025-10 | 57           | decrease | satisfied      |
      | 57           | 2025-10 | 58           | decrease | satisfied      |
      | 57           | 2025-10 | 56           | decrease | violated       |
      | 57           | 2025-10 | more than 20 | decrease | satisfied      |
      | more than 57 | 2025-10 | 20 to 57     | decrease | violated       |
      | 57           | 2025-10 | 58           | increase | violated       |
      | 57           | 2025-10 | 57           | increase | satisfied      |
      | 57           | 2025-09 | 44           | decrease | not applicable |

  Scenario: Each outlet by itself
    Given the claims on "killed" of "the flood":
      | id            | outlet          | period  | value |
      | gazette-early | Harbour Gazette | 2025-09 | 57    |
      | gazette-late  | Harbour Gazette | 2025-10 | 60    |
      | lantern       | The Lantern     | 2025-10 | 44    |
    And the rule "killed claims per subject and outlet must not decrease"
    When the claims are checked
    Then the rule is satisfied
    And "lantern" stands alone

  Scenario Outline: So much a month and no more
    Given the claims on "fleet" of "Port Varrow":
      | id      | period  | value  |
      | earlier | 2025-01 | 10     |
      | later   | 2025-03 | <then> |
    And the rule "fleet claims per subject must not change by more than 5 per month"
    When the claims are checked
    Then the rule is <verdict>

    Examples: two months allow twice as much
      | then | verdict   |
      | 20   | satisfied |
      | 21   | violated  |
      | 0    | satisfied |

  Scenario: A month within a quarter has no place before or after it
    Given the claims on "killed" of "the flood":
      | id      | period          | value |
      | quarter | 2025-07/2025-09 | 57    |
      | month   | 2025-09         | 44    |
    And the rule "killed claims per subject must not decrease"
    When the claims are checked
    Then the rule is not applicable

  Scenario Outline: A share of the earlier figure, as often as the months that lie between
    Given the claims on "fleet" of "Port Varrow":
      | id      | period  | value         |
      | earlier | 2025-01 | {number: 100} |
      | later   | 2025-03 | <then>        |
    And the rule "fleet claims per subject must not change by more than 10% per month"
    When the claims are checked
    Then the rule is <verdict>

    Examples: twice 10 %, not compounded; 121 would be 10 % upon 10 %
      | then          | verdict   |
      | {number: 120} | satisfied |
      | {number: 121} | violated  |
      | {number: 80}  | satisfied |
      | {number: 79}  | violated  |

  Scenario: The finding lists the pairs that break the rule, and no others
    Given the claims on "killed" of "the flood":
      | id        | period  | value |
      | august    | 2025-08 | 40    |
      | september | 2025-09 | 57    |
      | october   | 2025-10 | 44    |
    And the rule "killed claims per subject must not decrease"
    When the claims are checked
    Then the rule is violated
    And the finding names the claims "september" and "october"
