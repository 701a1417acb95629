@reading @flat
Feature: A corpus that another tool keeps is checked as it stands
  An archive hands in its claims as one file: lines of JSON, or rows of a spreadsheet. They are judged like those of a
  folder, and a record that is wrong is told with its file and line, while all others are still checked.

  Background:
    Given the vocabulary:
      """
      properties:
        loading rate: {kind: quantity, unit: barrel/day, varies by: day}
        visit city: {kind: place}
      outlets: {Harbour Gazette: {}, Radio Haven: {}, The Lantern: {}}
      """

  Scenario: Lines of JSON, with the documents in a file of their own
    Given the corpus file "claims.jsonl":
      """
      {"document": "gazette-1", "id": "gazette", "subject": "North Terminal", "property": "loading rate", "value": "nearly 1.2mn barrels a day"}
      {"document": "haven-1", "id": "radio", "subject": "North Terminal", "property": "loading rate", "value": 1000000, "unit": "barrel/day"}
      {"document": "lantern-1", "id": "lantern", "subject": "North Terminal", "property": "loading rate", "value": "1.15 mb/d"}
      """
    And the corpus file "documents.jsonl":
      """
      {"id": "gazette-1", "outlet": "Harbour Gazette", "published": "2025-03-04"}
      {"id": "haven-1", "outlet": "Radio Haven", "published": "2025-03-04"}
      {"id": "lantern-1", "outlet": "The Lantern", "published": "2025-03-04"}
      """
    And the rule "loading rate claims must agree within 5%"
    When the claims are checked
    Then no mistake is reported
    And the rule is violated for "North Terminal"
    And the outlets "Radio Haven" and "The Lantern" disagree
    And the claims "gazette" and "lantern" agree
    And the exit status is 1

  Scenario: Rows of a spreadsheet, with the number and its unit in columns of their own
    A plain number in such a column is a measurement: nothing is taken from its digits. Words are read as in an article.
    Given the corpus file "claims.csv":
      | document | document.outlet | document.published | id      | subject        | property     | value         | unit       |
      | g1       | Harbour Gazette | 2025-03-04         | gazette | North Terminal | loading rate | nearly 1.2 mn | barrel/day |
      | h1       | Radio Haven     | 2025-03-04         | radio   | North Terminal | loading rate | 1150000       | barrel/day |
      | l1       | The Lantern     | 2025-03-04         | lantern | North Terminal | loading rate | 1.15 mb/d     |            |
    And the rule "loading rate claims must agree"
    When the claims are checked
    Then no mistake is reported
    And the claim "gazette" is read as "1.08 million to 1.2 million barrels a day"
    And the claim "radio" is read as "1150000 barrels a day"
    And the claim "lantern" is read as "1.145 million to 1.155 million barrels a day"
    And the rule is satisfied
    And it judges 1 group and 3 claims
    And the exit status is 0

  Scenario: A record that is wrong is told, and the good ones are still checked
    Given the corpus file "claims.jsonl":
      """
      {"document": {"id": "g1", "outlet": "Harbour Gazette", "published": "2025-03-04"}, "id": "gazette", "subject": "North Terminal", "property": "loading rate", "value": "1.2mn barrels a day"}
      {"document": {"id": "h1", "outlet": "Radio Haven", "published": "2025-03-04"}, "id": "radio", "subject": "North Terminal", "property": "loading rate", "value": "1mn barels a day"}
      {"document": {"id": "l1", "outlet": "The Lantern", "published": "2025-03-04"}, "id": "lantern", "subject": "North Terminal", "property": "loading rate", "value": "900,000 barrels a day"}
      """
    And the rule "loading rate claims must agree"
    When the claims are checked
    Then the mistake E221 is reported at "barels"
    And it is in line 2 of "claims.jsonl"
    And its help says "did you mean `barrel`?"
    And the claim "radio" is left out
    And the rule is violated
    And "gazette" stands against "lantern"
    And the exit status is 2

  Scenario Outline: Each row that is wrong is told with what is wrong in it
    Given the corpus file "claims.csv":
      """
      document,id,subject,property,value,unit
      gazette,good,North Terminal,loading rate,1.2mn,barrel/day
      <row>
      lantern,better,North Terminal,loading rate,1.2mn,barrel/day
      """
    And the rule "loading rate claims must agree"
    When the claims are checked
    Then the mistake <code> is reported
    And it is in line 3 of "claims.csv"
    And its message says "<message>"
    And the claim "bad" is left out
    And it judges 1 group and 2 claims
    And the exit status is 2

    Examples:
      | row                                                       | code | message                        |
      | radio,bad,North Terminal,loading rate,1mn                 | E233 | this row has 5 cells           |
      | radio,bad,North Terminal,loading rate,1mn barrels/day,b/d | E212 | `unit` goes with a number      |
      | radio,bad,,loading rate,1mn,barrel/day                    | E214 | `subject` has no value         |
      | radio,bad,North Terminal,loadnig rate,1mn,barrel/day      | E224 | has no property                |
      | "radio,bad,North Terminal,loading rate,1mn,barrel/day     | E209 | quotation mark is never closed |

  Scenario: Documents that nobody describes
    Given the corpus file "claims.csv":
      | document | id    | subject        | property     | value           |
      | haven-1  | radio | North Terminal | loading rate | 1mn barrels/day |
      | heaven-1 | other | North Terminal | loading rate | 1mn barrels/day |
    And the corpus file "documents.csv":
      | id      | outlet      | published  |
      | haven-1 | Radio Haven | 2025-03-04 |
    And the rule "loading rate claims must be at most 2 mb/d"
    When the claims are checked
    Then the mistake E219 is reported at "heaven-1"
    And its help says "did you mean `haven-1`?"
    And the claim "other" is left out
    And the rule is satisfied

  Scenario: A quote is looked for in the text beside the file
    Given the corpus file "claims.jsonl":
      """
      {"document": {"id": "gazette-1", "text": "gazette.txt"}, "id": "gazette", "subject": "North Terminal", "property": "loading rate", "value": "nearly 1.2mn barrels a day", "quote": "nearly 1.2mn barrels a day"}
      """
    And the corpus file "gazette.txt":
      """
      The storm is over.
      The north terminal loads nearly 1.2mn barrels a day.
      """
    And the rule "loading rate claims must be at most 2 mb/d"
    When the claims are checked
    Then the quote of "gazette" is verified
    And the quote of "gazette" is in line 2

  Scenario: Compiled to a table, the claims come to the same
    Given the claims on "loading rate" of "North Terminal":
      | id      | outlet          | published  | value                      |
      | gazette | Harbour Gazette | 2025-03-04 | nearly 1.2mn barrels a day |
      | radio   | Radio Haven     | 2025-03-04 | 900,000 barrels a day      |
    And the claims are compiled
    And the rule "loading rate claims must agree"
    When the claims are checked
    Then no mistake is reported
    And the rule is violated for "North Terminal"
    And "gazette" stands against "radio"
