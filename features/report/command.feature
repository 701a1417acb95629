@report @command
Feature: The command as it is typed
  What is said in these scenarios of a check is what the command does: its words, its formats and its exit status.

  Background:
    Given the claims on "export share" of "North Terminal":
      | id      | outlet          | value      | quote      |
      | gazette | Harbour Gazette | two thirds | two thirds |
      | lantern | The Lantern     | nearly 40% | nearly 40% |
    And the rules:
      """
      rule share: export share claims must agree within 10%
          tags oil
      rule bounds: export share claims must be between 0% and 100%
      """

  Scenario Outline: The exit status tells how it went
    When the command "<command>" is run
    Then the exit status is <status>

    Examples: nothing found, something found, something wrong
      | command                         | status |
      | factlint check --select bounds  | 0      |
      | factlint check                  | 1      |
      | factlint check --fail-on never  | 0      |
      | factlint check --select shares  | 2      |
      | factlint check --formt json     | 2      |
      | factlint chekc                  | 2      |
      | factlint check --corpus nowhere | 2      |

  Scenario Outline: Each format on its own
    When the command "factlint check --format <format>" is run
    Then it prints <format>
    And the exit status is 1

    Examples:
      | format      |
      | text        |
      | json        |
      | sarif       |
      | junit       |
      | github      |
      | markdown    |
      | annotations |
      | html        |

  Scenario: One rule, typed on the command line
    When the command "factlint check --rule 'export share claims must agree'" is run
    Then it prints "disagree by 26.2 percentage points"
    And it does not print "bounds"
    And the check fails

  Scenario: Only the rules on a theme
    When the command "factlint check --tag oil" is run
    Then it prints "share"
    And it does not print "bounds"

  Scenario: A slip in the call is answered with the word that was meant
    When the command "factlint check --formt json" is run
    Then it prints "did you mean `--format`?"
    And it does not print "Traceback"

  Scenario: Writing down what is known, and checking against it
    When the command "factlint baseline known.json" is run
    Then it prints "1 known finding written to known.json"
    And the check passes
    When the command "factlint check --baseline known.json" is run
    Then it prints "known[share]"
    And the check passes

  Scenario: A rule with nothing to judge fails a strict check
    When the command "factlint check --strict --rule 'export share claims in 2024 must agree'" is run
    Then it prints "nothing to judge"
    And the exit status is 1
