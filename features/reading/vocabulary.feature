@reading @vocabulary
Feature: A new article is read in the words that a desk has agreed on
  What a property is measured in, which names are one, and whose texts are held is written down once, and every further
  article is read with it.

  Background:
    Given the vocabulary in "corpus/quickstart/vocabulary.yaml"
    And the texts in "corpus/quickstart"

  Scenario: Another name of the storm, and another unit, make no difference
    Given the claims on "gust" of "the gale":
      | id     | outlet          | value          |
      | ours   | Harbour Gazette | 150 km an hour |
      | theirs | Quayside Radio  | 81 knots       |
    And the rule "gust claims about "the storm" must agree"
    When the claims are checked
    Then it holds
    And the claims "ours" and "theirs" agree

  Scenario: A quote is looked for in the text that is held
    Given the claims on "loading rate" of "North Terminal":
      | id   | outlet          | published  | text        | value                      | quote                      |
      | ours | Harbour Gazette | 2025-03-04 | gazette.txt | nearly 1.2mn barrels a day | nearly 1.3mn barrels a day |
    And the rule "loading rate claims must be at most 2 mb/d"
    When the claims are checked
    Then the quote of "ours" is missing
    And the nearest passage to the quote of "ours" is "nearly 1.2mn barrels a day"
