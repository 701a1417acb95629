@agreement @consensus
Feature: Held against the middle, or against an outlet of record
  Where many outlets report, the one that is far from the rest is of interest; where one outlet is trusted, so is
  whoever departs from it.

  Scenario: One of four is far from the middle
    Given the claims on "export share" of "North Terminal":
      | id      | value |
      | gazette | 10%   |
      | courier | 11%   |
      | lantern | 12%   |
      | blog    | 50%   |
    And the rule "export share claims must agree with the median within 10%"
    When the claims are checked
    Then the rule is violated
    And there is 1 finding
    And the finding names the claim "blog"

  Scenario Outline: Exactly 10 % from the middle is within 10 %
    Given the claims on "loading rate" of "North Terminal":
      | id      | value                             |
      | gazette | {number: 100, unit: tonne/day}    |
      | courier | {number: 100, unit: tonne/day}    |
      | lantern | {number: 100, unit: tonne/day}    |
      | blog    | {number: <blog>, unit: tonne/day} |
    And the rule "loading rate claims must agree with the median within 10%"
    When the claims are checked
    Then the rule is <verdict>

    Examples:
      | blog | verdict   |
      | 90   | satisfied |
      | 89.9 | violated  |

  Scenario: Between two, nobody is in the middle
    Given the claims on "export share" of "North Terminal":
      | id      | value |
      | gazette | 10%   |
      | blog    | 50%   |
    And the rule "export share claims must agree with the median within 10%"
    When the claims are checked
    Then the rule is not applicable

  Scenario: One-sided claims do not move the middle
    Given the claims on "export share" of "North Terminal":
      | id      | value        |
      | gazette | 10%          |
      | courier | 11%          |
      | lantern | more than 5% |
    And the rule "export share claims must agree with the median within 10%"
    When the claims are checked
    Then the rule is not applicable

  Scenario: A blog departs from the outlet of record
    Given the claims on "export share" of "North Terminal":
      | id      | outlet          | value |
      | gazette | Harbour Gazette | 10%   |
      | lantern | The Lantern     | 10.3% |
      | blog    | Quay Blog       | 50%   |
    And the rule "export share claims must agree with those from "Harbour Gazette" within 10%"
    When the claims are checked
    Then the rule is violated
    And "gazette" stands against "blog"

  Scenario Outline: Exactly 10 % from the outlet of record is within 10 %
    Given the claims on "loading rate" of "North Terminal":
      | id      | outlet          | value                             |
      | gazette | Harbour Gazette | {number: 100, unit: tonne/day}    |
      | blog    | Quay Blog       | {number: <blog>, unit: tonne/day} |
    And the rule "loading rate claims must agree with those from "Harbour Gazette" within 10%"
    When the claims are checked
    Then the rule is <verdict>

    Examples:
      | blog | verdict   |
      | 90   | satisfied |
      | 89.9 | violated  |

  Scenario: It is enough to agree with one of its figures
    Given the claims on "export share" of "North Terminal":
      | id      | outlet          | value |
      | morning | Harbour Gazette | 10%   |
      | evening | Harbour Gazette | 20%   |
      | lantern | The Lantern     | 20%   |
    And the rule "export share claims must agree with those from "Harbour Gazette""
    When the claims are checked
    Then the rule is satisfied

  Scenario: Nothing is asked where the outlet of record is silent
    Given the claims on "export share" of "North Terminal":
      | id      | outlet      | value |
      | lantern | The Lantern | 10%   |
      | blog    | Quay Blog   | 50%   |
    And the claims on "export share" of "South Terminal":
      | id     | outlet          | value |
      | record | Harbour Gazette | 30%   |
    And the rule "export share claims must agree with those from "Harbour Gazette""
    When the claims are checked
    Then the rule is not applicable
