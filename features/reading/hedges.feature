@reading @hedges
Feature: What a hedge leaves open
  A newspaper seldom means the number it prints. "Nearly", "about", "more than" and "dozens" are read for what they leave
  open, so that two outlets disagree only where no reading suits both.

  Scenario Outline: A hedge as the report shows it
    Given the property:
      | property     | kind     | unit    |
      | export share | quantity | percent |
    And the claim on "export share" of "North Terminal":
      | id      | value     |
      | gazette | <written> |
    And the rule "export share claims must be between 0% and 100%"
    When the claims are checked
    Then the rule is satisfied
    And the claim "gazette" is read as "<read as>"

    Examples:
      | written            | read as    |
      | about 40%          | 38–42 %    |
      | some 40%           | 38–42 %    |
      | around 40%         | 38–42 %    |
      | about 3%           | 2.5–3.5 %  |
      | nearly 40%         | 36–40 %    |
      | close to 40%       | 36–40 %    |
      | just over 40%      | 40–44 %    |
      | 10 to 12%          | 10–12 %    |
      | between 10 and 12% | 10–12 %    |
      | up to 40%          | up to 40 % |
      | most               | 50–100 %   |

  Scenario Outline: Whether the number itself is meant
    Given the property:
      | property     | kind     | unit    |
      | export share | quantity | percent |
    And the claim on "export share" of "North Terminal":
      | id      | value     |
      | gazette | <written> |
    And the rule "export share claims must be <bound>"
    When the claims are checked
    Then the rule is <verdict>

    Examples: some hedges leave the number out
      | written        | bound        | verdict  |
      | more than 40%  | at most 40%  | violated |
      | over 40%       | at most 40%  | violated |
      | less than 40%  | at least 40% | violated |
      | under 40%      | at least 40% | violated |
      | nearly 40%     | at least 40% | violated |
      | just under 40% | at least 40% | violated |
      | just over 40%  | at most 40%  | violated |
      | most           | at most 50%  | violated |
      | almost none    | at most 0%   | violated |

    Examples: others take it in
      | written          | bound        | verdict   |
      | at least 40%     | at most 40%  | satisfied |
      | 40% or more      | at most 40%  | satisfied |
      | up to 40%        | at least 40% | satisfied |
      | no more than 40% | at least 40% | satisfied |
      | about 40%        | at least 42% | satisfied |
      | nearly 40%       | at most 36%  | satisfied |
      | just over 40%    | at least 44% | satisfied |
      | almost none      | at least 5%  | satisfied |

    Examples: and this is how far they go
      | written       | bound         | verdict  |
      | about 40%     | more than 42% | violated |
      | about 40%     | less than 38% | violated |
      | nearly 40%    | less than 36% | violated |
      | just over 40% | more than 44% | violated |
      | almost none   | more than 5%  | violated |

  Scenario Outline: Vague words are ranges of whole things
    Given the claim on "closed berths" of "Port Varrow":
      | id      | value     |
      | gazette | <written> |
    And the rule "closed berths claims must be <bound>"
    When the claims are checked
    Then the rule is <verdict>

    Examples:
      | written  | bound           | verdict   |
      | a couple | between 2 and 2 | satisfied |
      | a couple | at least 3      | violated  |
      | a few    | at least 5      | satisfied |
      | a few    | at least 6      | violated  |
      | several  | at most 3       | satisfied |
      | several  | at most 2       | violated  |
      | dozens   | at most 24      | satisfied |
      | dozens   | at most 23      | violated  |
      | dozens   | at least 100    | violated  |
      | hundreds | at most 200     | satisfied |
      | hundreds | at most 199     | violated  |
      | none     | at least 1      | violated  |

  Scenario: No one, and almost no one, are two different things to say
    Given the claims on "officials met" of "the envoy":
      | id      | value         |
      | caption | no one        |
      | body    | almost no one |
    And the rule "officials met claims must agree"
    When the claims are checked
    Then the rule is violated
    And the claims "caption" and "body" disagree

  Scenario: A vocabulary may read a hedge more narrowly
    Given the vocabulary:
      """
      properties:
        export share: {kind: quantity, unit: percent}
      hedges: {nearly: 5 %}
      """
    And the claims on "export share" of "North Terminal":
      | id      | value      |
      | gazette | nearly 40% |
      | lantern | 37%        |
    And the rule "export share claims must agree"
    When the claims are checked
    Then the rule is violated
    And the claim "gazette" is read as "38–40 %"

  Scenario: An unknown word beside a number is asked about, and the rest is judged
    Given the property:
      | property     | kind     | unit    |
      | export share | quantity | percent |
    And the claims on "export share" of "North Terminal":
      | id      | value      |
      | gazette | neraly 40% |
      | lantern | 37%        |
      | courier | 36.8%      |
    And the rule "export share claims must agree"
    When the claims are checked
    Then the mistake E221 is reported
    And its help says "nearly"
    And the rule is satisfied
    And the claims "lantern" and "courier" agree
    And the exit status is 2

  Scenario: A rule that holds only because somebody hedged says so
    Given the claims on "export share" of "North Terminal":
      | id      | value      |
      | gazette | nearly 40% |
      | lantern | 37.0%      |
    And the rule "export share claims must agree"
    When the claims are checked
    Then the rule is satisfied
    And it holds only thanks to a hedge
