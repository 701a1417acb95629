@corpus @record
Feature: What five articles disagree on, in short
  The picture as a whole. It changes only with a claim or a rule, and then a reviewer should look at it anew.

  Background:
    Given the corpus of the project
    And the rules of the project

  Scenario: Nothing in the record or its rules is mistaken
    When the claims are checked
    Then no mistake is reported
    And there are 15 findings
    And the exit status is 1

  Scenario: What nobody has judged yet is known, so the check passes until something new turns up
    Given the known findings of the project
    When the claims are checked
    Then there are 9 known findings
    And there are no new findings
    And the check passes

  Scenario Outline: A verdict a rule
    When only the rule "<rule>" is checked
    Then the rule "<rule>" is <verdict>
    And there are <findings> findings

    Examples: disagreements that nobody has judged yet
      | rule         | verdict  | findings |
      | export-share | violated | 1        |
      | advancing    | violated | 1        |

    Examples: disagreements that an editor has judged
      | rule          | verdict  | findings |
      | one-city      | accepted | 1        |
      | received      | accepted | 1        |
      | coincidence   | accepted | 1        |
      | pledge        | accepted | 1        |
      | tomahawks     | accepted | 1        |
      | envoy-or-fund | accepted | 1        |

    Examples: what rests on too few
      | rule                | verdict  | findings |
      | share-backed        | violated | 1        |
      | implied-exports     | violated | 1        |
      | secondary-sanctions | violated | 1        |
      | firsts              | violated | 3        |
      | commander           | violated | 1        |

  Scenario Outline: A theme at a time
    When only the rules tagged "<tag>" are checked
    Then there are <findings> findings

    Examples:
      | tag       | findings |
      | oil       | 3        |
      | visits    | 6        |
      | sanctions | 4        |
      | people    | 1        |
      | diplomacy | no       |
      | war       | 3        |

  Scenario: Every claim has its words, and every quotation its speaker
    When the claims are checked
    Then the rule "quoted" is satisfied
    And it judges 50 groups and 80 claims
    And the rule "speaker" is satisfied
    And it judges 2 groups and 2 claims
