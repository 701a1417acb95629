Feature: What the desk gets to see

  Background:
    Given the corpus of the project
    And the rules of the project
    And today is 2025-08-20

  Scenario: The report in the terminal
    When the claims are checked
    Then the report shows "disagree by 21.7 % of the larger, allowed 10 %"
    And the report shows "One fire has one size on one day."
    And the report does not show "Old Mill"

  Scenario Outline: The same in every format
    When only the rules tagged "figures" are checked
    Then the <format> report shows "Nearly 900 hectares"

    Examples:
      | format   |
      | JSON     |
      | HTML     |
      | Markdown |
      | SARIF    |

  Scenario: The command on the desk's own machine
    When the command "factlint check --format json --select start --today 2025-08-20" is run
    Then the exit code is 0
    And it prints ""verdict": "satisfied""

  Scenario: A command that cannot be meant
    When the command "factlint chekc" is run
    Then the exit code is 2
    And it prints "did you mean `factlint check`?"
