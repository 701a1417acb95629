@agreement
Feature: Claims about the same thing must agree
  Two claims agree as long as one value could be what both of them mean. A finding says who stands against whom, on whose
  word; it never says who is wrong.

  Scenario: Two outlets give shares that cannot both be meant
    Given the claims on "export share" of "North Terminal":
      | id      | outlet          | value      |
      | gazette | Harbour Gazette | two thirds |
      | lantern | The Lantern     | nearly 40% |
    And the rule "export share claims must agree"
    When the claims are checked
    Then the rule is violated
    And the claims "gazette" and "lantern" disagree
    And the finding is on "export share" and "North Terminal"
    And the finding names the outlets "Harbour Gazette" and "The Lantern"
    And they disagree by 26.2 percentage points
    And the finding says "disagree"
    And the exit status is 1

  Scenario: One outlet is less precise than the other, and they agree
    Given the claims on "export share" of "North Terminal":
      | id      | outlet          | value     |
      | gazette | Harbour Gazette | 39.6%     |
      | lantern | The Lantern     | about 40% |
    And the rule "export share claims must agree"
    When the claims are checked
    Then the rule is satisfied
    And the claims "gazette" and "lantern" agree
    And it judges 1 group and 2 claims
    And there are no findings
    And the exit status is 0

  Scenario Outline: Agreement ends where no value is common to both
    Given the claims on "export share" of "North Terminal":
      | id    | value   |
      | one   | <one>   |
      | other | <other> |
    And the rule "export share claims must agree"
    When the claims are checked
    Then the rule is <verdict>

    Examples: ranges hold their ends, rounded numbers do not
      | one       | other       | verdict   |
      | 10 to 12% | 12 to 15%   | satisfied |
      | 10 to 12% | 12.5 to 15% | violated  |
      | 40%       | 41%         | violated  |
      | 40%       | 40.4%       | satisfied |
      | 5 months  | 6 months    | violated  |

  Scenario: Sides are drawn up by who agrees with whom, and a claim that suits everybody takes none
    Given the claims on "export share" of "North Terminal":
      | id      | outlet          | value    |
      | gazette | Harbour Gazette | 10%      |
      | courier | The Courier     | 10.2%    |
      | lantern | The Lantern     | 20%      |
      | radio   | Radio Haven     | 30%      |
      | blog    | Quay Blog       | 5 to 40% |
    And the rule "export share claims must agree"
    When the claims are checked
    Then the rule is violated
    And there is 1 finding
    And "gazette" and "courier" stand against "lantern", and against "radio"
    And "blog" takes no side
    And the side of "gazette" rests on the sources "Harbour Gazette" and "The Courier"

  Scenario: A place agrees with the place it lies in, and with no other
    Given the vocabulary:
      """
      properties:
        landing place: {kind: place}
      places:
        Port Varrow: {}
        North Terminal: {within: Port Varrow}
        South Terminal: {within: Port Varrow}
      """
    And the claims on "landing place" of "the tanker":
      | id      | outlet          | value          |
      | gazette | Harbour Gazette | North Terminal |
      | lantern | The Lantern     | South Terminal |
      | radio   | Radio Haven     | Port Varrow    |
    And the rule "landing place claims must agree"
    When the claims are checked
    Then the rule is violated
    And "gazette" stands against "lantern"
    And "radio" takes no side

  Scenario: Names that the vocabulary knows as one are one
    Given the vocabulary:
      """
      properties:
        harbour master: {kind: entity}
      entities:
        Volodymyr Zelenskiy: {aliases: [Zelensky]}
      """
    And the claims on "harbour master" of "Port Varrow":
      | id      | value               |
      | gazette | Volodymyr Zelenskiy |
      | lantern | zelensky            |
    And the rule "harbour master claims must agree"
    When the claims are checked
    Then the rule is satisfied

  Scenario: To deny that something is so is to say that it is not so
    Given the claims on "reopened" of "North Terminal":
      | id      | outlet          | value | stance  |
      | gazette | Harbour Gazette | true  | asserts |
      | lantern | The Lantern     | true  | denies  |
      | radio   | Radio Haven     | false | asserts |
    And the rule "reopened claims must agree"
    When the claims are checked
    Then the rule is violated
    And "gazette" stands against "lantern" and "radio"

  Scenario: Several values of a property may hold at once, so agreement is not asked of them
    Given the properties:
      | property | kind   | many |
      | role     | entity | true |
    And the claims on "role" of "the envoy":
      | id      | value        |
      | gazette | diplomat     |
      | lantern | fund manager |
    And the rule "role claims must agree"
    When the claims are checked
    Then the mistake E328 is reported at "agree"
