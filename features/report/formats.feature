@report @formats
Feature: One report, for every reader
  A terminal, a web page, a code review, a build server: the same findings, each in the form that its reader knows.

  Background:
    Given the text of the document "gazette":
      """
      The north terminal sent two thirds of the exports.
      """
    And the claims on "export share" of "North Terminal":
      | id      | document | outlet          | value      | quote      |
      | gazette | gazette  | Harbour Gazette | two thirds | two thirds |
      | lantern | lantern  | The Lantern     | nearly 40% | nearly 40% |
    And the rules:
      """
      rule share "One terminal has one share":
          export share claims must agree within 10%
          because "Shares of one month are one number."
      """
    When the claims are checked

  Scenario: What an editor reads on a terminal
    Then the rule "share" is violated
    And the report shows "disagree by 39.5 % of the larger, allowed 10 %"
    And the report shows "because: Shares of one month are one number."
    And the report shows "gazette Harbour Gazette: two thirds, 66.17–67.17 % (precision)"
    And the report shows "The north terminal sent two thirds of the exports."
    And the report does not show "is false"

  Scenario Outline: Every format names the rule and says what disagrees
    Then the <format> report shows "share"
    And the <format> report shows "disagree by 39.5 % of the larger, allowed 10 %"

    Examples:
      | format   |
      | text     |
      | JSON     |
      | SARIF    |
      | JUnit    |
      | GitHub   |
      | Markdown |
      | HTML     |

  Scenario Outline: Every format shows the words of the sources
    Then the <format> report shows "nearly 40%"
    And the <format> report shows "two thirds"

    Examples:
      | format      |
      | text        |
      | JSON        |
      | SARIF       |
      | JUnit       |
      | GitHub      |
      | Markdown    |
      | annotations |
      | HTML        |

  Scenario: A program reads verdicts, and exact numbers
    Then the JSON report shows "verdict: violated"
    And the JSON report shows "allowed: 10.0"
    And the JSON report shows "exit: 1"

  Scenario: Annotations are about the words of the sources, and hold no verdict
    Then the annotations report does not show "verdict"
