@single_claims @bounds
Feature: A claim is held against a bound
  A bound is broken only when the whole of what a claim may mean lies beyond it.

  Scenario: A share above one hundred percent
    Given the claims on "export share" of "North Terminal":
      | id      | outlet          | value |
      | gazette | Harbour Gazette | 40%   |
      | blog    | Quay Blog       | 140%  |
    And the rule "export share claims must be between 0% and 100%"
    When the claims are checked
    Then the rule is violated
    And the finding names the claim "blog"
    And the finding names the outlet "Quay Blog"

  Scenario Outline: At the bound and just beyond
    Given the property:
      | property     | kind     | unit    |
      | export share | quantity | percent |
    And the claim on "export share" of "North Terminal":
      | id      | value     |
      | gazette | <written> |
    And the rule "export share claims must be <bound>"
    When the claims are checked
    Then the rule is <verdict>

    Examples: the bound itself is allowed
      | written     | bound               | verdict   |
      | 40 to 50%   | at most 40%         | satisfied |
      | 40.1 to 50% | at most 40%         | violated  |
      | 30 to 40%   | at least 40%        | satisfied |
      | 30 to 39.9% | at least 40%        | violated  |
      | 50 to 60%   | between 40% and 50% | satisfied |
      | 51 to 60%   | between 40% and 50% | violated  |

    Examples: the bound itself is not allowed
      | written     | bound         | verdict   |
      | 40 to 50%   | less than 40% | violated  |
      | 39.9 to 50% | less than 40% | satisfied |
      | 30 to 40%   | more than 40% | violated  |
      | 30 to 41%   | more than 40% | satisfied |

  Scenario Outline: Before and after a day
    Given the property:
      | property | kind |
      | arrival  | date |
    And the claim on "arrival" of "the tanker":
      | id      | value     |
      | gazette | <written> |
    And the rule "arrival claims must be <bound>"
    When the claims are checked
    Then the rule is <verdict>

    Examples:
      | written    | bound             | verdict   |
      | 2025-03-29 | before 2025-03-30 | satisfied |
      | 2025-03-30 | before 2025-03-30 | violated  |
      | 2025-03    | before 2025-03-30 | satisfied |
      | 2025-03-31 | after 2025-03-30  | satisfied |
      | 2025-03-30 | after 2025-03-30  | violated  |
      | 2025-03    | after 2025-03-30  | satisfied |
      | 2025-03    | after 2025-03     | violated  |

  Scenario: Two demands in one rule are judged each on its own
    Given the claims on "export share" of "North Terminal":
      | id      | outlet          | value |
      | gazette | Harbour Gazette | 40%   |
      | blog    | Quay Blog       | 140%  |
    And the rule "export share claims must be at most 100% and agree within 10%"
    When the claims are checked
    Then the rule is violated
    And there are 2 findings

  Scenario: A bound of another dimension is a mistake in the rule
    Given the claims on "export share" of "North Terminal":
      | id      | value |
      | gazette | 40%   |
    And the rule "export share claims must be at most 6 hours"
    When the claims are checked
    Then the mistake E324 is reported at "6 hours"

  Scenario: A range whose ends are the wrong way round
    Given the claims on "export share" of "North Terminal":
      | id      | value |
      | gazette | 40%   |
    And the rule "export share claims must be between 50% and 40%"
    When the claims are checked
    Then the mistake E326 is reported
    And its help says "between 40% and 50%"
