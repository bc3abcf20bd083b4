package dev.zt.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.zt.Challenge;
import dev.zt.Obligation;
import dev.zt.policy.ArithmeticOp;
import dev.zt.policy.Behavior;
import dev.zt.policy.CompareOp;
import dev.zt.policy.Consequence;
import dev.zt.policy.Elevation;
import dev.zt.policy.Expr;
import dev.zt.policy.ExprText;
import dev.zt.policy.Field;
import dev.zt.policy.OpenPlace;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Rule;
import dev.zt.policy.Schema;
import dev.zt.policy.Type;
import dev.zt.policy.value.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What written policies come to as data. */
class LoweringTest {
  private static final String SCHEMA =
      """
      module t
      enum Tier { low < mid < high }
      entity Team in Team { }
      entity User in Team { level: int  quota: decimal  tier: Tier  boss: User  ends: time? }
      entity Robot { model: string  level: int }
      entity Doc as "document" {
        owner: User  size as "x-size": int  made: time  age: duration = now - made
        actions read, write as "PUT", share
        actions touch = read, write
        actions everything = touch, share
      }
      entity Folder { size: int  actions read, open }
      """;

  private static PolicySet set(String policies) {
    return PolicyCompiler.compile("t.zt", SCHEMA + policies).orThrow();
  }

  private static Rule rule(String policies) {
    return set(policies).rules().get(0);
  }

  /** The typed condition of a permit for users to read documents. */
  private static Expr when(String condition) {
    Expr when = rule("p: permit User to read Doc when " + condition).when();
    assertThat(when).isNotNull();
    return when;
  }

  // ---- scopes ----

  @Test
  void aGroupOfActionsIsItsMembers() {
    assertThat(rule("p: permit User to everything Doc").scope().targets())
        .isEqualTo(Map.of("t.Doc", Set.of("read", "write", "share")));
  }

  @Test
  void anActionWithoutResourcesIsThatActionOfEveryTypeThatHasIt() {
    assertThat(rule("p: permit User to read").scope().targets())
        .isEqualTo(Map.of("t.Doc", Set.of("read"), "t.Folder", Set.of("read")));
  }

  @Test
  void severalActionsAndTypesCoverThePairsThatExist() {
    assertThat(rule("p: permit User to write, open on Doc, Folder").scope().targets())
        .isEqualTo(Map.of("t.Doc", Set.of("write"), "t.Folder", Set.of("open")));
  }

  @Test
  void aRequireWithoutActionsCoversEverything() {
    Rule rule = rule("r: require device.managed else deny");

    assertThat(rule.scope().targets())
        .isEqualTo(
            Map.of("t.Doc", Set.of("read", "write", "share"), "t.Folder", Set.of("read", "open")));
    assertThat(rule.scope().subjects()).isEmpty();
  }

  @Test
  void subjectsAreConditionsOfWhichOneMustHold() {
    Rule rule = rule("p: permit User, Robot \"r2\", role \"x\", group \"g\" to read Doc");

    assertThat(rule.scope().subjects().stream().map(ExprText::of))
        .containsExactly("subject is User", "subject == Robot \"r2\"", "role \"x\"", "group \"g\"");
  }

  @Test
  void aResourceTypeNeedsNoConditionAndASingleResourceDoes() {
    assertThat(rule("p: permit User to read Doc, Folder").scope().resources()).isEmpty();
    assertThat(
            rule("p: permit User to read Doc \"d\", Folder").scope().resources().stream()
                .map(ExprText::of))
        .containsExactly("resource == Doc \"d\"", "resource is Folder");
  }

  @Test
  void theSubjectHasTheTypesThatAreNamed() {
    assertThat(subjectOf("User, Robot \"r\"")).containsExactly("t.Robot", "t.User");
    assertThat(subjectOf("User, role \"x\""))
        .containsExactly("t.Doc", "t.Folder", "t.Robot", "t.Team", "t.User");
  }

  private static List<String> subjectOf(String subjects) {
    Expr when = rule("p: permit " + subjects + " to read Doc when subject.id == \"x\"").when();
    Expr.FieldOf id = (Expr.FieldOf) ((Expr.Compare) when).left();
    return ((Expr.Subject) id.target()).type().candidates();
  }

  @Test
  void aRoleIsGrantedByEveryRoleThatIncludesIt() {
    Expr.HasRole role =
        (Expr.HasRole)
            rule("""
                    role "a" includes "b"
                    role "b" includes "c"
                    role "c"
                    role "d"
                    p: permit role "c" to read Doc when role "a" or role "d"
                    """)
                .scope()
                .subjects()
                .get(0);

    assertThat(role.grantedBy()).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void aSegmentOfResourcesIsAboutTypesWithAnEndpoint() {
    PolicySet set =
        set(
            """
            entity Host { ip: ip  actions read }
            segment db = network "10.9.0.0/16" or workload "spiffe://acme.example/db/*"
            p: permit segment db to read segment db
            """);
    Rule rule = set.rules().get(0);

    assertThat(rule.scope().targets()).isEqualTo(Map.of("t.Host", Set.of("read")));
    assertThat(rule.scope().resources().stream().map(ExprText::resolved))
        .containsExactly(
            "resource.ip in \"10.9.0.0/16\" or resource.spiffe matches \"spiffe://acme.example/db/*\"");
    assertThat(rule.scope().subjects().stream().map(ExprText::resolved))
        .containsExactly(
            "location.ip in \"10.9.0.0/16\" or workload.spiffe matches \"spiffe://acme.example/db/*\"");
  }

  // ---- expressions ----

  @Test
  void aTextIsReadAsWhatItsPlaceAsksFor() {
    Expr.Compare compare = (Expr.Compare) when("\"14.2\" <= device.os_version");

    assertThat(compare.op()).isEqualTo(CompareOp.LE);
    assertThat(compare.left().type()).isEqualTo(Type.Scalar.VERSION);
  }

  @Test
  void aWholeNumberMayStandForADecimal() {
    Expr.Compare compare = (Expr.Compare) when("2 * 3 < subject.quota * 2");

    assertThat(compare.left().type()).isEqualTo(Type.Scalar.DECIMAL);
    assertThat(((Expr.Arithmetic) compare.right()).right())
        .isInstanceOfSatisfying(
            Expr.Literal.class,
            literal -> assertThat(literal.value()).isEqualTo(new Value.Decimal(20_000)));
  }

  @Test
  void aBareConstantHasTheEnumOfItsPlace() {
    Expr.Compare compare = (Expr.Compare) when("mid <= subject.tier");

    assertThat(((Expr.Literal) compare.left()).value())
        .isEqualTo(new Value.EnumConstant("t.Tier", "mid", 1));
  }

  @Test
  void aConstantOfTheStandardEnumsIsQualifiedByTheirModule() {
    Expr.Compare compare = (Expr.Compare) when("device.edr != Health.infected");

    assertThat(((Expr.Literal) compare.right()).value())
        .isEqualTo(new Value.EnumConstant("zt.Health", "infected", 2));
  }

  @Test
  void timesAndDurationsCombine() {
    assertThat(arithmetic("now - resource.made > 3d").type()).isEqualTo(Type.Scalar.DURATION);
    assertThat(arithmetic("now - 3d > resource.made").type()).isEqualTo(Type.Scalar.TIME);
    assertThat(arithmetic("\"2026-01-01T00:00Z\" + 3d > now").type()).isEqualTo(Type.Scalar.TIME);
    assertThat(arithmetic("now - resource.made > 3d").op()).isEqualTo(ArithmeticOp.MINUS);
  }

  private static Expr.Arithmetic arithmetic(String comparison) {
    return (Expr.Arithmetic) ((Expr.Compare) when(comparison)).left();
  }

  @Test
  void inMeansWhatItsOperandsAre() {
    assertThat(when("location.ip in \"10.0.0.0/8\"")).isInstanceOf(Expr.InNetwork.class);
    assertThat(when("location.ip in [\"10.0.0.0/8\"]")).isInstanceOf(Expr.InNetwork.class);
    assertThat(when("now in \"daily 08:00-18:00 UTC\"")).isInstanceOf(Expr.InSchedule.class);
    assertThat(when("subject in Team \"t\"")).isInstanceOf(Expr.InHierarchy.class);
    assertThat(when("subject in [Team \"t\", User \"u\"]")).isInstanceOf(Expr.InHierarchy.class);
    assertThat(when("Team \"t\" in ancestors(subject)")).isInstanceOf(Expr.InHierarchy.class);
    assertThat(when("subject.level in [1, 2]")).isInstanceOf(Expr.InSet.class);
    assertThat(when("now in [resource.made]")).isInstanceOf(Expr.InSet.class);
    assertThat(when("subject.level not in [1]")).isInstanceOf(Expr.Not.class);
  }

  @Test
  void anEmptyListHasTheTypeOfItsPlace() {
    Expr.InSet in = (Expr.InSet) when("subject.level in []");

    assertThat(in.set().type()).isEqualTo(new Type.SetOf(Type.Scalar.INT));
  }

  @Test
  void aNoneCountsAsItsTypeUnderOperators() {
    assertThat(when("now < subject.ends")).isInstanceOf(Expr.Compare.class);
    assertThat(when("subject.ends is none")).isInstanceOf(Expr.IsNone.class);
  }

  @Test
  void aFieldThatOneOfSeveralTypesHasCanBeRead() {
    Rule rule =
        rule("p: permit User, Robot to read Doc when subject.model == \"x\" or subject.level > 3");

    assertThat(ExprText.of(rule.when())).isEqualTo("subject.model == \"x\" or subject.level > 3");
  }

  // ---- derived and open fields ----

  @Test
  void aDerivedFieldIsComputedFromTheFieldsOfItsOwner() {
    Expr.Compare compare = (Expr.Compare) when("resource.age <= 3d");
    Expr.Derived derived = (Expr.Derived) compare.left();

    assertThat(ExprText.of(derived.path())).isEqualTo("resource.age");
    assertThat(derived.body())
        .isInstanceOfSatisfying(
            Expr.Age.class, age -> assertThat(ExprText.of(age.time())).isEqualTo("resource.made"));
  }

  @Test
  void aDerivedFieldOfASignalReadsTheSignal() {
    Expr.Compare compare = (Expr.Compare) when("identity.mfa_age <= 15m");

    assertThat(((Expr.Age) ((Expr.Derived) compare.left()).body()).time())
        .isInstanceOfSatisfying(
            Expr.SignalField.class, field -> assertThat(field.field()).isEqualTo("mfa_at"));
  }

  @Test
  void nowLessATimeIsPlainArithmeticOutsideOfDerivedFields() {
    assertThat(arithmetic("now - identity.mfa_at <= 15m")).isInstanceOf(Expr.Arithmetic.class);
  }

  @Test
  void fieldsThatTwoTypesDeriveInTheSameWayAreOneField() {
    assertThat(
            set("""
                    entity A { made: time  age: duration = now - made  actions go }
                    entity B { made: time  age: duration = now - made  actions go }
                    p: permit User to go A, B when resource.age < 3d
                    """)
                .rules())
        .hasSize(1);
  }

  @Test
  void anOpenFieldCarriesWhatStandsInForIt() {
    PolicySet set =
        set(
            """
            extend signal identity { @open("soon") insider: Level = clear }
            p: permit User to read Doc when identity.insider <= low
            """);
    Expr.Compare compare = (Expr.Compare) set.rules().get(0).when();

    assertThat(compare.left())
        .isInstanceOfSatisfying(
            Expr.OpenField.class,
            open ->
                assertThat(open.standIn().value())
                    .isEqualTo(new Value.EnumConstant("zt.Level", "clear", 0)));
    assertThat(set.openPlaces())
        .extracting(OpenPlace::name, OpenPlace::reason)
        .containsExactly(tuple("identity.insider", "soon"));
  }

  @Test
  void everyOpenPlaceIsRegistered() {
    PolicySet set =
        set(
            """
            @open("a") let x = default(subject.level, 0) < 5
            @open("b") p: permit User to read Doc when x
            entity E { @open("c") f: int = 3 }
            """);

    assertThat(set.openPlaces()).extracting(OpenPlace::name).containsExactly("t.E.f", "t.p", "t.x");
  }

  // ---- lets and risks ----

  @Test
  void aLetIsItsNameAndItsBody() {
    Expr.Named named =
        (Expr.Named)
            rule("let trusted = device.managed\np: permit User to read Doc when trusted").when();

    assertThat(named.text()).isEqualTo("trusted");
    assertThat(ExprText.of(named.body())).isEqualTo("device.managed");
    assertThat(named.open()).isNull();
  }

  @Test
  void theArgumentsTakeThePlaceOfTheParameters() {
    Expr.Named named =
        (Expr.Named)
            rule("""
                    let owns(u: User, d: Doc) = d.owner == u
                    p: permit User to read Doc when owns( subject.boss ,
                      resource )
                    """)
                .when();

    assertThat(named.text()).isEqualTo("owns(subject.boss, resource)");
    assertThat(ExprText.of(named.body())).isEqualTo("resource.owner == subject.boss");
  }

  @Test
  void aLetIsLoweredOnceForTheSameSubjectsAndResources() {
    PolicySet set =
        set(
            """
            let own = resource.owner == subject
            let managed = device.managed
            p: permit User to read Doc when own and managed
            q: permit User to write Doc when own and managed
            r: permit User, Robot to share Doc when own and managed
            """);

    assertThat(body(set, 0, 0)).isSameAs(body(set, 1, 0)).isNotSameAs(body(set, 2, 0));
    assertThat(body(set, 0, 1)).isSameAs(body(set, 1, 1)).isSameAs(body(set, 2, 1));
  }

  private static Expr body(PolicySet set, int rule, int operand) {
    Expr.And and = (Expr.And) set.rules().get(rule).when();
    return ((Expr.Named) and.operands().get(operand)).body();
  }

  @Test
  void aRiskOnTheRightIsComparedTheOtherWayRound() {
    Expr.RiskCompare compare =
        (Expr.RiskCompare)
            rule("""
                    risk r { add 40 when device.jailbroken  subtract 10 when device.attested }
                    p: permit User to read Doc when 50 > r
                    """)
                .when();

    assertThat(compare.op()).isEqualTo(CompareOp.LT);
    assertThat(compare.threshold()).isEqualTo(50);
    assertThat(compare.terms()).extracting(term -> term.weight()).containsExactly(40L, -10L);
  }

  // ---- the rest of a rule ----

  @Test
  void argumentsAreConstantsInTheirOrderOfDeclaration() {
    Rule rule =
        rule(
            """
            obligation every(b: bool, i: int, d: decimal, l: duration, t: time, c: country, e: Tier, s: string)
            let much = 3
            r: restrict User to read Doc
              with every(true, i: much, s: "x", e: mid, c: "DE", t: "2026-01-01T00:00Z", l: 90s, d: 2), read_only
            """);

    assertThat(((Consequence.Restricted) rule.consequence()).obligations())
        .containsExactly(
            new Obligation(
                "every",
                Map.of(
                    "b",
                    true,
                    "i",
                    3L,
                    "d",
                    new BigDecimal("2.0000"),
                    "l",
                    Duration.ofSeconds(90),
                    "t",
                    Instant.parse("2026-01-01T00:00:00Z"),
                    "c",
                    "DE",
                    "e",
                    "mid",
                    "s",
                    "x")),
            new Obligation("read_only", Map.of()));
  }

  @Test
  void aChoiceOfChallengesIsOneEntry() {
    Rule all = rule("r: require device.managed else challenge mfa, comply(\"x\")");
    Rule one = rule("r: require device.managed else challenge one of mfa, comply(\"x\")");
    Challenge.Step mfa = new Challenge.Step("mfa", Map.of());
    Challenge.Step comply = new Challenge.Step("comply", Map.of("text", "x"));

    assertThat(((Consequence.Challenged) all.consequence()).challenges())
        .containsExactly(new Challenge(List.of(mfa)), new Challenge(List.of(comply)));
    assertThat(((Consequence.Challenged) one.consequence()).challenges())
        .containsExactly(new Challenge(List.of(mfa, comply)));
  }

  @Test
  void aRuleKeepsItsLabelItsMessageAndItsAnnotations() {
    Rule rule =
        rule(
            "@control(\"A.5\") shadow p: forbid User to read Doc unless device.managed because \"no\"");

    assertThat(rule.id()).isEqualTo("t.p");
    assertThat(rule.shadow()).isTrue();
    assertThat(rule.because()).isEqualTo("no");
    assertThat(rule.annotations()).isEqualTo(Map.of("control", "A.5"));
    assertThat(rule.when()).isNull();
    assertThat(ExprText.of(rule.unless())).isEqualTo("device.managed");
    assertThat(rule.span().column()).isEqualTo(24);
  }

  @Test
  void anElevationIsAboutWhomAndWhatAndWhoApproves() {
    Elevation elevation =
        set("""
                elevation fix permits User to touch Doc when subject.level > 3 for at most 2h
                  approved by 2 of role "duty", User when approver.id != subject.id with reason
                """)
            .elevations()
            .get(0);

    assertThat(elevation.id()).isEqualTo("t.fix");
    assertThat(elevation.scope().targets()).isEqualTo(Map.of("t.Doc", Set.of("read", "write")));
    assertThat(elevation.atMost()).isEqualTo(7_200_000);
    assertThat(elevation.reasonRequired()).isTrue();
    assertThat(elevation.approval().count()).isEqualTo(2);
    assertThat(ExprText.of(elevation.approval().when())).isEqualTo("approver.id != subject.id");
  }

  @Test
  void aBehaviorHasTheTypeOfItsAggregate() {
    PolicySet set =
        set(
            """
            event login
            behavior a = count of event login by subject over 15m
            behavior b = values(location.country) of any action by subject over 30d
            behavior c = mean(resource.size) of denied read Doc where resource.size > 3 by subject, device.id over 1h
            behavior d = last(resource.made) of attempted read Doc by subject over 1h
            """);

    assertThat(set.behaviors())
        .extracting(Behavior::name, Behavior::type)
        .containsExactly(
            tuple("t.a", Type.Scalar.INT),
            tuple("t.b", new Type.SetOf(Type.Scalar.COUNTRY)),
            tuple("t.c", Type.Scalar.DECIMAL),
            tuple("t.d", Type.Scalar.TIME));
    assertThat(set.behaviors().get(2).keys()).hasSize(2);
  }

  // ---- the schema ----

  @Test
  void outsideNamesAndQualifiedNamesAreKept() {
    Schema schema = set("").schema();
    Schema.Entity doc = schema.entities().get("t.Doc");

    assertThat(doc.outside()).isEqualTo("document");
    assertThat(doc.actions()).isEqualTo(Map.of("read", "read", "write", "PUT", "share", "share"));
    assertThat(doc.field("size").outside()).isEqualTo("x-size");
    assertThat(doc.field("age").derived()).isTrue();
    assertThat(schema.entities().get("t.User").parents()).containsExactly("t.Team");
    assertThat(schema.enumerations()).containsKeys("t.Tier", "zt.Level");
  }

  @Test
  void everySignalHasTheTimeAndTheSourceOfItsObservation() {
    Schema.Signal device =
        set("extend signal device fresh 10m { zta: int }").schema().signals().get("device");

    assertThat(device.fields())
        .extracting(Field::name)
        .contains("zta", "managed", "as_of", "source");
    assertThat(device.fresh()).isEqualTo(600_000);
  }

  @Test
  void ofSeveralBoundsTheShortestHolds() {
    Schema schema =
        set("extend signal device fresh 10m { }\nextend signal device fresh 5m { }").schema();

    assertThat(schema.signals().get("device").fresh()).isEqualTo(300_000);
  }

  @Test
  void aModulesOwnNameWinsOverTheStandardOne() {
    PolicySet set =
        set(
            """
            enum Level { a < b }
            entity X { level: Level  actions go }
            p: permit User to go X when resource.level == b and device.risk == low
            """);

    assertThat(set.schema().entities().get("t.X").field("level").type())
        .isEqualTo(new Type.Enumeration("t.Level"));
    assertThat(set.schema().enumerations()).containsKeys("t.Level", "zt.Level");
  }

  @Test
  void anObligationOfItsOwnTakesThePlaceOfTheStandardOne() {
    Schema schema = set("obligation mask(field: string, how: string)").schema();

    assertThat(schema.obligations().get("mask").parameters()).hasSize(2);
  }

  @Test
  void testsAreNoPartOfTheSet() {
    String test =
        """
        test "x" {
          given now "2026-03-02T09:00:00Z"
          given subject User "u" { level: 3 }
          given resource Doc "d" { }
          read => deny
        }
        """;

    assertThat(set(test)).isEqualTo(set(""));
  }
}
