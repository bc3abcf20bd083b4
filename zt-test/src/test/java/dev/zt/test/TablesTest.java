package dev.zt.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.dsl.Compilation;
import dev.zt.dsl.Diagnostic;
import dev.zt.dsl.suite.TestCase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TablesTest {
  private static final String READS =
      """
        given now "2026-03-02T09:00:00Z"
        given subject ann
        given resource Payroll "p1" { department: "hr", sensitivity: public }
        given location { country: "DE", ip: "10.1.2.3" }
      """;

  private static final String READS_BUT_PARTIES =
      """
        given now "2026-03-02T09:00:00Z"
        given location { country: "DE", ip: "10.1.2.3" }
      """;

  private static List<String> titles(Compilation compilation) {
    return compilation.tests().cases().stream().map(TestCase::title).toList();
  }

  @Test
  void everyRowIsACaseWithItsOutcome() {
    Compilation compilation =
        Payroll.compiled(
            """
            test "networks" for (address, outcome) in [
              ("10.1.2.3", permit), ("8.8.8.8", restrict mask), ("2001:db8::1", deny)
            ] {
            """
                + READS
                + """
                  read => outcome with location { ip: address }
                }
                """);
    assertThat(titles(compilation))
        .containsExactly(
            "read => outcome with location { ip: address }"
                + " [row 1: address: \"10.1.2.3\", outcome: permit]",
            "read => outcome with location { ip: address }"
                + " [row 2: address: \"8.8.8.8\", outcome: restrict mask]",
            "read => outcome with location { ip: address }"
                + " [row 3: address: \"2001:db8::1\", outcome: deny]");
    assertThat(Payroll.results(compilation))
        .containsExactly(
            "passed",
            "there is an obligation more: `read_only`",
            "expected deny, but it is permit");
  }

  @Test
  void aRowOfAFileIsTypedByItsUse() {
    Compilation compilation =
        fromFile(
            """
              given subject row.who
              given device { managed: row.managed, disk_encrypted: true, edr: row.edr,
                             os_version: row.version, patch_age: row.patched }
              given resource Payroll "p1" { department: "hr", sensitivity: row.sensitivity }
              read => row.outcome with subject { roles: row.roles, ends: row.ends },
                  location { ip: row.ip, country: row.country, speed: row.speed }
            """,
            """
            who,roles,ends,managed,edr,version,patched,sensitivity,ip,country,speed,outcome
            ann,payroll-clerk,none,true,healthy,14.4,3d,confidential,10.1.2.3,DE,0km/h,permit
            ann,payroll-clerk|payroll-manager,2026-03-02T10:00:00Z,true,healthy,14.4,3d,public,10.1.2.3,DE,0km/h,permit
            "Employee ""bob"" { department: ""hr"" }",payroll-clerk,none,true,healthy,14.4,3d,public,8.8.8.8,DE,0km/h,"restrict read_only, mask(""iban"")"
            ann,payroll-clerk,now - 1h,true,healthy,14.4,3d,public,10.1.2.3,DE,0km/h,deny by left_the_company
            ann,payroll-clerk,none,true,infected,14.4,,confidential,10.1.2.3,DE,0km/h,challenge comply
            ann,unknown,none,true,healthy,14.4,3d,public,10.1.2.3,DE,0km/h,deny
            """);
    assertThat(compilation.errors()).isEmpty();
    assertThat(Payroll.results(compilation)).hasSize(6).containsOnly("passed");
  }

  @Test
  void aRowOfAJsonFileMayHoldWholeSignalsAndEntities() {
    Compilation compilation =
        Payroll.compiled(
            """
            test "scenarios" for row in "data/scenarios.json" {
              given now "2026-03-02T09:00:00Z"
              given subject row.subject
              given resource Payroll "p1" { department: "hr", owner: row.owner }
              given device row.device
              given location row.location
              read => row.outcome with resource row.resource
            }
            """,
            "data/scenarios.json",
            """
            [
              { "subject": { "type": "Employee", "id": "ann", "department": "hr", "ends": null,
                             "roles": ["payroll-clerk"] },
                "resource": { "sensitivity": "confidential" },
                "device": { "managed": true, "disk_encrypted": true, "edr": "healthy",
                            "os_version": "14.4", "patch_age": "3d" },
                "location": { "ip": "10.1.2.3", "point": { "lat": 52.52, "lon": 13.4 } },
                "outcome": "permit" },
              { "subject": "ann", "resource": { "sensitivity": "public" },
                "location": { "ip": null }, "outcome": "restrict" },
              { "subject": "Employee \\"carl\\" { ends: none }",
                "resource": { "sensitivity": "public" },
                "owner": { "type": "Employee", "id": "carl" },
                "location": { "ip": "10.1.2.3" }, "outcome": "permit by owners_read" }
            ]
            """);
    assertThat(compilation.errors()).isEmpty();
    assertThat(Payroll.results(compilation)).hasSize(3).containsOnly("passed");
  }

  private static Compilation fromFile(String steps, String csv) {
    return Payroll.compiled(
        "test \"scenarios\" for row in \"scenarios.csv\" {\n" + READS_BUT_PARTIES + steps + "}\n",
        "scenarios.csv",
        csv);
  }

  @Test
  void aBadCellIsShownWhereItStands() {
    Compilation compilation =
        fromFile(
            """
              given subject ann
              given resource Payroll "p1" { department: "hr", sensitivity: row.sensitivity }
              read => row.outcome with device { patch_age: row.patched }, location { country: row.country }
            """,
            """
            sensitivity,patched,country,outcome
            public,3d,DE,permit
            publik,3 days,UK,permitted
            public,3d,DE,restrict maks
            public,3d,DE,
            """);
    assertThat(compilation.errors())
        .extracting(TablesTest::shown)
        .containsExactly(
            "policies/scenarios.csv:3 [publik] `publik` is not a `Sensitivity`"
                + " / did you mean `public`?",
            "policies/scenarios.csv:3 [3 days] `3 days` is not a duration / did you mean `3d`?",
            "policies/scenarios.csv:3 [UK] `UK` is not an ISO 3166-1 alpha-2 country code"
                + " / did you mean `GB`?",
            "policies/scenarios.csv:3 [permitted] an outcome is expected here"
                + " / there are `permit`, `restrict`, `challenge` and `deny`",
            "policies/scenarios.csv:4 [restrict maks] the obligation `maks` is not declared"
                + " / did you mean `mask`?",
            "policies/scenarios.csv:5 [public,3d,DE,] an outcome is expected in the column `outcome`"
                + " / there are `permit`, `restrict`, `challenge` and `deny`");
  }

  private static String shown(Diagnostic each) {
    return each.file()
        + ":"
        + each.line()
        + " ["
        + each.underlined()
        + "] "
        + each.message()
        + (each.help() == null ? "" : " / " + each.help());
  }

  /** Steps over a file of rows of some name and text, and the errors that there are. */
  private static List<String> errors(String name, String text) {
    return errors(name, name, text);
  }

  /** As above, where the test names one file and there is another. */
  private static List<String> errors(String named, String name, String text) {
    String test =
        "test \"scenarios\" for row in \"%s\" {\n%sread => row.outcome with subject { %s }\n}\n"
            .formatted(named, READS, "department: row.department");
    return Payroll.compiled(test, name, text).errors().stream().map(TablesTest::shown).toList();
  }

  @Test
  void aFileThatHoldsNoRowsSaysWhy() {
    assertThat(errors("a.csv", ""))
        .containsExactly(
            "policies/a.csv:1 [] this file is empty / its first line names the columns");
    assertThat(errors("a.csv", "department,outcome\n"))
        .containsExactly("policies/a.csv:1 [] this file has no rows");
    assertThat(errors("a.csv", "department,outcome\nhr,permit,more\n"))
        .containsExactly(
            "policies/a.csv:2 [hr,permit,more] this row has 3 cells for 2 columns"
                + " / put a cell that holds a comma in quotation marks");
    assertThat(errors("a.csv", "outcome,outcome\nhr,permit\n"))
        .containsExactly("policies/a.csv:1 [outcome] there are two columns `outcome`");
    assertThat(errors("a.csv", "department,outcome\nhr,\"permit\n"))
        .containsExactly(
            "policies/a.csv:2 [\"] this quotation mark is never closed"
                + " / a quotation mark within a cell is written twice");
    assertThat(errors("a.csv", "department,outcome\nhr,\"permit\" by x\n"))
        .containsExactly(
            "policies/a.csv:2 [\"permit\"] a comma or the end of the line is expected after this cell"
                + " / a quotation mark within a cell is written twice");
    assertThat(errors("a.json", "{}"))
        .containsExactly(
            "policies/a.json:1 [{] an array of rows is expected here"
                + " / write `[{ … }, { … }]`");
    assertThat(errors("a.json", "[1]"))
        .containsExactly(
            "policies/a.json:1 [1] a row in braces is expected here"
                + " / write `{ \"column\": value }`");
    assertThat(errors("a.json", "[{\"department\": 1, \"outcome\": \"permit\"}]"))
        .containsExactly(
            "policies/a.json:1 [1] `1` is not a string"
                + " / a cell may also be empty, or `unknown`");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[{ 'department': }]      | [] this is no JSON from here on",
        "[{ 'department': 'hr', }]| [] the name of a column is expected here"
            + " / write it in double quotation marks",
        "[{ department: 'hr' }]   | [] the name of a column is expected here"
            + " / write it in double quotation marks",
        "[{ 'department': hr }]   | [hr] `hr` is no value of JSON"
            + " / a text stands in double quotation marks",
        "[{ 'department' 'hr' }]  | [] a colon is expected here",
        "[{ 'department': 'hr' 'outcome': 'deny' }] | [] a comma is expected here",
        "[{ 'department': 'hr' }  | [] the file ends in the middle of the rows",
        "[{ 'department': 'hr     | [] the file ends in the middle of the rows",
        "[{ 'department': 'h\\q' }]  | [] a text of JSON has no such escape"
            + " / write `\\\\` for a backslash",
        "[{ 'department': 01 }]   | [] this is no number of JSON",
        "[{ 'outcome': 1, 'outcome': 2 }] | ['outcome'] `outcome` is given twice in this row",
      })
  void jsonThatCannotBeReadSaysWhatIsExpected(String json, String told) {
    assertThat(errors("a.json", json.replace('\'', '"')))
        .containsExactly("policies/a.json:1 " + told.replace('\'', '"'));
  }

  @Test
  void aCellThatIsRefusedIsOneMistake() {
    Compilation compilation =
        fromFile(
            """
              given subject row.who
              given resource Payroll "p1" { department: "hr" }
              read => row.outcome
            """,
            "who,outcome\ncarl,permit\n,permit\n");
    assertThat(compilation.errors())
        .extracting(TablesTest::shown)
        .containsExactly(
            "policies/payroll-tests.zt:7 [read] this case has no `subject` in row 2",
            "policies/scenarios.csv:2 [carl] `carl` is not declared");
  }

  @Test
  void aColumnThatAFileDoesNotHaveIsShownInTheTest() {
    assertThat(errors("a.csv", "departement,outcome\nhr,permit\n"))
        .containsExactly(
            "policies/payroll-tests.zt:7 [department] `policies/a.csv` has no column `department`"
                + " / did you mean `departement`?");
  }

  @Test
  void aMissingFileIsShownInTheTest() {
    assertThat(errors("b.csv", "there.csv", "department,outcome\nhr,permit\n"))
        .containsExactly(
            "policies/payroll-tests.zt:2 [\"b.csv\"] `b.csv` does not exist"
                + " / it is looked for beside this file");
  }

  @Test
  void aFileElsewhereIsNotRead() {
    for (String name : List.of("../secrets.csv", "/etc/secrets.csv", "a/../../b.csv")) {
      assertThat(errors(name, "department,outcome\nhr,permit\n"))
          .singleElement()
          .asString()
          .contains("rows are read from a file beside this one, or in a folder beside it");
    }
    assertThat(errors("a.txt", "there.csv", ""))
        .singleElement()
        .asString()
        .contains("rows are read from `.csv` and `.json` files, not from this");
  }

  @Test
  void placesAreExactInALargeFile() {
    StringBuilder csv = new StringBuilder("department,outcome\n");
    for (int i = 0; i < 3_000; i++) {
      csv.append("\"hr, ä😀\",permit\r\n");
    }
    csv.append("hr,\"per\"\"mit\"\n");
    assertThat(errors("a.csv", csv.toString()))
        .singleElement()
        .asString()
        .startsWith("policies/a.csv:3002 [\"per\"\"mit\"] ");
  }
}
