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

    Examples: rounding is forgiven
      | written | how        | bound       | verdict   |
      | 40%     | clearly be | at most 40% | satisfied |
      | 40%     | clearly be | at most 39% | violated  |

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
