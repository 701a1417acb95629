@single_claims @certainty
Feature: A rule that asks for certainty
  A rule is lenient by nature: it speaks up only where no reading saves the claim. `clearly` turns this round: it speaks
  up unless every reading holds. Mere rounding is not held against anybody.

  Scenario Outline: Plainly and clearly
    Given the property:
      | property     | kind     | unit    |
      | export share | quantity | percent |
    And the claim on "export share" of "North Terminal":
      | id      | value     |
      | gazette | <written> |
    And the rule "export share claims must <how> <bound>"
    When the claims are checked
    Then the rule is <verdict>

    Examples: plainly
      | written    | how | bound       | verdict   |
      | nearly 40% | be  | at most 38% | satisfied |
      | up to 40%  | be  | at most 38% | satisfied |
      | 36 to 44%  | be  | at most 38% | satisfied |

    Examples: clearly
      | written    | how        | bound         | verdict   |
      | nearly 40% | clearly be | at most 38%   | violated  |
      | nearly 40% | clearly be | at most 40%   | satisfied |
      | nearly 40% | clearly be | less than 40% | satisfied |
      | up to 40%  | clearly be | at most 38%   | violated  |
      | up to 40%  | clearly be | less than 40% | violated  |
      | 36 to 44%  | clearly be | at most 43.9% | violated  |
      | 36 to 44%  | clearly be | at most 44%   | satisfied |

    Examples: from below and from both sides
      | written       | how        | bound               | verdict   |
      | nearly 40%    | clearly be | at least 36%        | satisfied |
      | nearly 40%    | clearly be | at least 37%        | violated  |
      | less than 40% | clearly be | at least 1%         | violated  |
      | just over 40% | clearly be | more than 40%       | satisfied |
      | at least 40%  | clearly be | more than 40%       | violated  |
      | more than 40% | clearly be | at least 40%        | satisfied |
      | 36 to 44%     | clearly be | between 36% and 44% | satisfied |
      | 36 to 44%     | clearly be | between 37% and 44% | violated  |
      | 36 to 44%     | clearly be | between 36% and 43% | violated  |
      | more than 40% | clearly be | between 40% and 90% | violated  |

    Examples: rounding is forgiven
      | written | how        | bound       | verdict   |
      | 40%     | clearly be | at most 40% | satisfied |
      | 40%     | clearly be | at most 39% | violated  |

  Scenario Outline: Clearly before and after a day
    Given the property:
      | property | kind |
      | arrival  | date |
    And the claim on "arrival" of "the tanker":
      | id      | value     |
      | gazette | <written> |
    And the rule "arrival claims must <how> <bound>"
    When the claims are checked
    Then the rule is <verdict>

    Examples:
      | written    | how        | bound             | verdict   |
      | 2025-03    | be         | before 2025-03-31 | satisfied |
      | 2025-03    | clearly be | before 2025-03-31 | violated  |
      | 2025-03    | clearly be | before 2025-04-01 | satisfied |
      | 2025-03    | be         | after 2025-03-01  | satisfied |
      | 2025-03    | clearly be | after 2025-03-01  | violated  |
      | 2025-03    | clearly be | after 2025-02-28  | satisfied |

  Scenario: Two ranges that only overlap do not clearly agree
    Given the claims on "export share" of "North Terminal":
      | id      | value     |
      | gazette | 10 to 12% |
      | lantern | 11 to 15% |
    And the rule "export share claims must clearly agree"
    When the claims are checked
    Then the rule is violated

  Scenario: Dates of the same span clearly agree
    Given the property:
      | property | kind |
      | arrival  | date |
    And the claims on "arrival" of "the tanker":
      | id      | value      |
      | gazette | 2025-03-30 |
      | lantern | 2025-03-30 |
    And the rule "arrival claims must clearly agree"
    When the claims are checked
    Then the rule is satisfied
