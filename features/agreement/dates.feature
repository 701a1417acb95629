@agreement @dates
Feature: Days, months and spans of time
  A date is as long as it says: a day, a month, a weekend. Two dates agree when they meet.

  Scenario Outline: Dates of different precision
    Given the properties:
      | property | kind |
      | arrival  | date |
    And the claims on "arrival" of "the tanker":
      | id    | value   |
      | one   | <one>   |
      | other | <other> |
    And the rule "arrival claims must agree <tolerance>"
    When the claims are checked
    Then the rule is <verdict>

    Examples: days and months
      | one        | other      | tolerance | verdict   |
      | 2025-03-30 | 2025-03    |           | satisfied |
      | 2025-03-30 | 2025-03-30 |           | satisfied |
      | 2025-03-30 | 2025-03-31 |           | violated  |
      | 2025-03-30 | 2025-04    |           | violated  |
      | 2025       | 2025-Q1    |           | satisfied |

    Examples: neighbouring days are no time apart, the next ones a day
      | one        | other      | tolerance       | verdict   |
      | 2025-03-30 | 2025-03-31 | within 1 hour   | satisfied |
      | 2025-03-30 | 2025-04-01 | within 24 hours | satisfied |
      | 2025-03-30 | 2025-04-01 | within 23 hours | violated  |

    Examples: a date that is only probable is wider by its own unit
      | one         | other      | tolerance | verdict   |
      | 2025-03-30~ | 2025-03-31 |           | satisfied |
      | 2025-03-30~ | 2025-04-01 |           | violated  |

  Scenario: A weekday counts from the day on which the article was written
    Given the properties:
      | property | kind |
      | arrival  | date |
    And the claims on "arrival" of "the tanker":
      | id      | outlet          | published  | value     |
      | gazette | Harbour Gazette | 2025-10-24 | Wednesday |
      | lantern | The Lantern     | 2025-10-23 | yesterday |
      | radio   | Radio Haven     | 2025-10-27 | last week |
    And the rule "arrival claims must agree"
    When the claims are checked
    Then the rule is satisfied
    And the claim "gazette" is read as "2025-10-22"
    And the claim "lantern" is read as "2025-10-22"

  Scenario: A date in a rule is the whole of its span
    Given the properties:
      | property | kind |
      | arrival  | date |
    And the claims on "arrival" of "the tanker":
      | id      | value      |
      | gazette | 2025-03-30 |
    And the rule "arrival claims must be before 2025-03-30"
    When the claims are checked
    Then the rule is violated
