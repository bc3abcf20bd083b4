package dev.zt.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.dsl.Compilation;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.dsl.suite.TestSuite;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunTest {
  private static void passes(int cases, String steps) {
    Compilation compilation = Payroll.with(steps);
    assertThat(compilation.errors()).isEmpty();
    assertThat(Payroll.results(compilation)).hasSize(cases).containsOnly("passed");
  }

  private static List<String> errors(String tests) {
    return Payroll.compiled(tests).errors().stream()
        .map(each -> each.underlined() + ": " + each.message())
        .toList();
  }

  @Test
  void theSampleOfTheLanguageRuns() {
    passes(
        7,
        """
          read   => permit
          read   => deny                       with resource { department: "sales" }
          read   => challenge comply           with device { edr: infected }
          read   => challenge comply           with device unknown
          read   => restrict read_only, mask   with location { ip: "8.8.8.8" }
          export => deny by eu_only            with location { country: "US" }
          after 40d: read => challenge comply
        """);
  }

  @Test
  void aWithLaysItsFieldsOverTheGivenOnes() {
    passes(
        9,
        """
          read   => deny              with subject { department: "sales" }
          read   => permit            with subject.department "sales", resource.department "sales"
          read   => challenge comply  with device.edr unknown
          read   => challenge comply  with device { edr: unknown }
          read   => challenge comply  with device unknown, device { managed: true }
          read   => permit            with device unknown, resource { sensitivity: internal }
          read   => deny              with subject Employee "bob" {}
          read   => permit            with subject Employee "bob" { ends: none }, resource { owner: Employee "bob" }
          read   => deny by left_the_company  with subject.ends unknown
        """);
  }

  @Test
  void aFactThatIsTakenAwayIsNotFoundElsewhere() {
    Compilation compilation =
        Payroll.compiled(
            """
            test "owner" {
              given now "2026-03-02T09:00:00Z"
              given subject ann
              given resource Payroll "p1" { department: "hr", sensitivity: public, owner: ann }
              given location { ip: "10.1.2.3" }
              read => permit
              read => deny by left_the_company with subject.ends unknown
              read => permit with subject { department: "sales" }
            }
            """);
    assertThat(Payroll.results(compilation)).hasSize(3).containsOnly("passed");
  }

  @Test
  void theClockStandsStillUntilItIsMoved() {
    passes(
        7,
        """
          read => permit            with subject { ends: now + 1s }
          read => deny              with subject { ends: now }
          after 1h:
          read => permit            with subject { ends: "2026-03-02T10:00:01Z" }
          read => deny              with subject { ends: "2026-03-02T10:00:00Z" }
          after 26d: read => permit
          after 23h1m: read => challenge comply
          read => permit            with device { patch_age: 30d }
        """);
  }

  @Test
  void anAgeThatIsGivenStaysAsOldWhenACaseStatesAnotherTime() {
    passes(
        3,
        """
          read => permit            with now "2027-03-02T09:00:00Z"
          read => challenge comply  with now "2027-03-02T09:00:00Z", device { patch_age: 31d }
          read => challenge comply  with device { patched_at: "2026-01-01T00:00:00Z" }
        """);
  }

  @Test
  void aCaseThatReadsTheClockNeedsOne() {
    assertThat(
            errors(
                """
                test "no clock" {
                  given subject ann
                  given resource Payroll "p1" { department: "hr" }
                  read => permit
                }
                """))
        .containsExactly("read: this case depends on `now`, and the test does not give it");
  }

  @Test
  void aRuleNamedAfterByMustBeAmongThoseThatDecided() {
    assertThat(
            Payroll.results(
                Payroll.with(
                    """
                      export => deny by eu_only            with location { country: "US" }
                      export => deny by acme.payroll.eu_only, eu_only with location { country: "US" }
                      export => deny by left_the_company   with location { country: "US" }
                      read   => permit by clerks_view
                      read   => permit by clerks_view, owners_read
                    """)))
        .containsExactly(
            "passed",
            "passed",
            "`acme.payroll.left_the_company` is not among the rules that decided",
            "passed",
            "`acme.payroll.owners_read` is not among the rules that decided");
  }

  @Test
  void obligationsAndChallengesAreTheNamedOnesAndNoOthers() {
    assertThat(
            Payroll.results(
                Payroll.with(
                    """
                      given identity { phishing_resistant: true }
                      read    => restrict                          with location { ip: "8.8.8.8" }
                      read    => restrict mask("iban"), read_only  with location { ip: "8.8.8.8" }
                      read    => restrict mask("ssn"), read_only   with location { ip: "8.8.8.8" }
                      read    => restrict read_only                with location { ip: "8.8.8.8" }
                      read    => restrict read_only, mask, watermark  with location { ip: "8.8.8.8" }
                      approve => challenge mfa                     with subject { roles: ["payroll-manager"] }
                      approve => challenge mfa(max_age: 15m)       with subject { roles: ["payroll-manager"] }
                      approve => challenge mfa(max_age: 10m)       with subject { roles: ["payroll-manager"] }
                      approve => challenge one of mfa, comply      with subject { roles: ["payroll-manager"] }
                    """)))
        .containsExactly(
            "passed",
            "passed",
            "there is no obligation `mask(field: \"ssn\")`, but read_only, mask(field: \"iban\");"
                + " there is an obligation more: `mask(field: \"iban\")`",
            "there is an obligation more: `mask(field: \"iban\")`",
            "there is no obligation `watermark`, but read_only, mask(field: \"iban\")",
            "passed",
            "passed",
            "there is no challenge `mfa(max_age: 10m)`, but mfa(phishing_resistant: true, max_age:"
                + " 15m); there is a challenge more: `mfa(phishing_resistant: true, max_age: 15m)`",
            "there is no challenge `one of mfa, comply`, but mfa(phishing_resistant: true, max_age:"
                + " 15m); there is a challenge more: `mfa(phishing_resistant: true, max_age: 15m)`");
  }

  @Test
  void aFixtureOfAnotherModuleIsImported() {
    Compilation compilation =
        PolicyCompiler.compile(
            Map.of(
                "people.zt",
                """
                module acme.people
                entity Team { }
                entity Person in Team { name: string }
                let staff = Team "staff" {}
                let eve = Person "eve" { name: "Eve", parents: [staff] }
                """,
                "rooms.zt",
                """
                module acme.rooms
                import acme.people
                entity Room { actions enter }
                members: permit Person to enter Room when subject in Team "staff"
                test "a member enters" {
                  given subject eve
                  given resource Room "r1" {}
                  enter => permit by members
                  enter => deny with subject.parents unknown
                  enter => permit with subject acme.people.eve
                }
                """));
    assertThat(compilation.errors()).isEmpty();
    assertThat(Payroll.results(compilation)).containsExactly("passed", "passed", "passed");
  }

  @Test
  void anImportedFixtureGivesWayToWhatAModuleCallsItself() {
    String people =
        """
        module acme.people
        entity Person { team: string }
        let eve = Person "eve" { team: "red" }
        let staff = Person "staff" { team: "red" }
        """;
    String rooms =
        """
        module acme.rooms
        import acme.people
        entity Room { actions enter }
        let staff = subject.team == "blue"
        members: permit Person to enter Room when staff
        let eve = Person "eve" { team: "blue" }
        test "eve of this module" {
          given subject eve
          given resource Room "r1" {}
          enter => permit by members
          enter => deny with subject acme.people.eve
        }
        """;
    Compilation compilation =
        PolicyCompiler.compile(Map.of("people.zt", people, "rooms.zt", rooms));
    assertThat(compilation.errors()).isEmpty();
    assertThat(Payroll.results(compilation)).containsExactly("passed", "passed");
  }

  private static final String SHOP =
      """
      module acme.shop
      entity User { }
      entity Order { amount: int  actions place, cancel, drop }
      event login_failed
      behavior failures = count of event login_failed by subject over 15m
      behavior placed = sum(resource.amount) of place by subject over 1h
      behavior refused = count of denied drop by subject over 1h
      behavior countries = values(location.country) of any action by subject over 30d
      users: permit User to place, cancel Order
      calm: forbid anyone to place Order when failures >= 2
      enough: forbid anyone to place Order when placed + resource.amount > 100
      nosy: forbid anyone to cancel Order when refused > 1
      familiar: require location.country in countries for role "guest" to cancel Order else deny
      """;

  private static List<String> shop(String steps) {
    Compilation compilation =
        PolicyCompiler.compile(
            "shop.zt",
            SHOP
                + """
                test "orders" {
                  given now "2026-03-02T09:00:00Z"
                  given subject User "u" { roles: [] }
                  given resource Order "o" { amount: 60 }
                  given location { country: "DE" }
                """
                + steps
                + "}\n");
    assertThat(compilation.errors()).isEmpty();
    return Payroll.results(compilation);
  }

  @Test
  void whatHappensBeforeACaseIsRemembered() {
    assertThat(
            shop(
                """
                  event login_failed
                  place => permit
                  event login_failed
                  place => deny by calm
                  place => permit with subject User "v" { roles: [] }
                  after 14m: place => deny by calm
                  after 1m: place => permit
                """))
        .hasSize(5)
        .containsOnly("passed");
  }

  @Test
  void aCheckCountsWhereItIsDoneAndByWhatItComesTo() {
    assertThat(
            shop(
                """
                  place => permit
                  place => permit
                  do place => permit
                  place => deny by enough
                  place => permit with resource { amount: 40 }
                  do place
                  place => permit with resource { amount: 40 }
                  cancel => permit
                  do drop
                  do drop => deny
                  cancel => deny by nosy
                """))
        .hasSize(9)
        .containsOnly("passed");
  }

  @Test
  void eachRowAndEachTestBeginsWithNothingRemembered() {
    String test =
        """
        test "rows" for who in [User "u", User "u"] {
          given now "2026-03-02T09:00:00Z"
          given subject who
          given subject { roles: ["guest"] }
          given resource Order "o" { amount: 60 }
          given location { country: "DE" }
          cancel => deny by familiar
          do place
          cancel => permit
          cancel => deny by familiar with location { country: "US" }
        }
        """
            .replace("  given subject { roles: [\"guest\"] }\n", "")
            .replace("User \"u\"", "User \"u\" { roles: [\"guest\"] }");
    Compilation compilation =
        PolicyCompiler.compile("shop.zt", SHOP + test + test.replace("rows", "more"));
    assertThat(compilation.errors()).isEmpty();
    assertThat(Payroll.results(compilation)).hasSize(12).containsOnly("passed");
  }

  @Test
  void aScoreThatNothingComputesMakesACaseNotRunnable() {
    String policies =
        """
        module acme.shop
        entity User { }
        entity Order { actions place, cancel }
        behavior odd = anomaly(device.score) of place by subject over 15d
        users: permit User to any action
        calm: require odd < 90 for role "guest" to place Order else deny
        test "orders" {
          given now "2026-03-02T09:00:00Z"
          given subject User "u" { roles: ["guest"] }
          given resource Order "o" {}
          place => permit
          place => permit with subject { roles: ["member"] }
          do cancel => permit
        }
        """;
    Compilation compilation = PolicyCompiler.compile("shop.zt", policies);
    assertThat(compilation.errors()).isEmpty();
    assertThat(Payroll.results(compilation))
        .containsExactly(
            "`acme.shop.calm` depends on the behavior `acme.shop.odd`, a score of anomaly that"
                + " cannot be computed here",
            "passed",
            "passed");
    TestReport report = Payroll.suite(compilation).run();
    assertThat(report.passed()).isEqualTo(2);
    assertThat(report.failed()).isZero();
    assertThat(report.notRunnable()).isEqualTo(1);
    assertThat(report.cases().get(0).result().isPassed()).isFalse();
  }

  @Test
  void whatHappensBeforeACaseIsKeptInOrder() {
    Compilation compilation =
        Payroll.with(
            """
              do read
              event login_failed with location { country: "US" }
              read => permit
              do read => permit
              after 1m: read => permit
            """);
    assertThat(compilation.tests().cases())
        .extracting(each -> each.before().size())
        .containsExactly(2, 2, 3);
    assertThat(compilation.tests().cases().get(2).sentence()).isEqualTo("after 1m: read => permit");
  }

  @Test
  void casesAreFoundByTheirName() {
    Suite suite = Payroll.suite(Payroll.with("  read => permit\n  export => deny\n"));
    assertThat(suite.named("EXPORT").cases())
        .extracting(PreparedCase::name)
        .containsExactly("acme.payroll › steps › export => deny");
    assertThat(suite.named("steps").cases()).hasSize(2);
    assertThat(suite.named("nothing").cases()).isEmpty();
  }

  @Test
  void testsAreNoPartOfThePolicies() {
    Compilation with = Payroll.with("  read => permit\n");
    Compilation without = PolicyCompiler.compile("payroll.zt", Payroll.POLICIES);
    assertThat(with.orThrow().version()).isEqualTo(without.orThrow().version());
    assertThat(without.tests()).isEqualTo(TestSuite.EMPTY);
  }

  @Test
  void thereAreNoTestsWhereThereAreErrors() {
    assertThat(Payroll.with("  read => permitted\n").tests().tests()).isEmpty();
  }
}
