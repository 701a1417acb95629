@sources @contradiction
Feature: One says it, another denies it
  A denial is not a rival figure: it only says what is not so. It contradicts whoever says exactly that.

  Scenario: A promise and its denial
    Given the claims on "pledge given" of "Port Varrow":
      | id      | outlet          | value | stance  | speaker        |
      | gazette | Harbour Gazette | true  | asserts | harbour master |
      | lantern | The Lantern     | true  | denies  | the owners     |
    And the rule "pledge given claims must not contradict"
    When the claims are checked
    Then the rule is violated
    And "gazette" stands against "lantern"
    And the finding attributes "lantern" to "the owners"

  Scenario: Two who deny the same thing do not contradict each other
    Given the claims on "closed berths" of "Port Varrow":
      | id      | value | stance |
      | gazette | 4     | denies |
      | lantern | 4     | denies |
    And the rule "closed berths claims must not contradict"
    When the claims are checked
    Then the rule is satisfied

  Scenario Outline: A denied number
    Given the property:
      | property     | kind     | unit    |
      | export share | quantity | percent |
    And the claims on "export share" of "North Terminal":
      | id       | value      | stance  |
      | asserted | <asserted> | asserts |
      | denied   | <denied>   | denies  |
    And the rule "export share claims must not contradict"
    When the claims are checked
    Then the rule is <verdict>

    Examples: it denies what lies wholly within it
      | asserted  | denied        | verdict   |
      | 40%       | 40%           | violated  |
      | 45%       | 40%           | satisfied |
      | 40.1%     | 40%           | violated  |
      | 60%       | more than 50% | violated  |
      | 50%       | more than 50% | satisfied |
      | 42%       | 40 to 45%     | violated  |
      | 42 to 48% | 40 to 45%     | satisfied |

  Scenario: To deny a region is to deny every place in it
    Given the vocabulary:
      """
      properties: {landing place: {kind: place}}
      places:
        Port Varrow: {}
        North Terminal: {within: Port Varrow}
      """
    And the claims on "landing place" of "the tanker":
      | id      | value          | stance  |
      | gazette | North Terminal | asserts |
      | lantern | Port Varrow    | denies  |
    And the rule "landing place claims must not contradict"
    When the claims are checked
    Then the rule is violated

  Scenario: To deny a place says nothing of the region around it
    Given the vocabulary:
      """
      properties: {landing place: {kind: place}}
      places:
        Port Varrow: {}
        North Terminal: {within: Port Varrow}
      """
    And the claims on "landing place" of "the tanker":
      | id      | value          | stance  |
      | gazette | Port Varrow    | asserts |
      | lantern | North Terminal | denies  |
    And the rule "landing place claims must not contradict"
    When the claims are checked
    Then the rule is satisfied

  Scenario: No other rule reads what is denied
    Given the claims on "closed berths" of "Port Varrow":
      | id      | value | stance  |
      | gazette | 4     | asserts |
      | lantern | 2     | denies  |
    And the rule "closed berths claims must agree"
    When the claims are checked
    Then the rule is not applicable
