package dev.zt.conformance.elevation;

import static dev.zt.conformance.elevation.Hospital.NOON;
import static dev.zt.conformance.elevation.Hospital.NURSE;
import static dev.zt.conformance.elevation.Hospital.RECORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.groups.Tuple.tuple;

import dev.zt.Entity;
import dev.zt.EntityRef;
import dev.zt.Outcome;
import dev.zt.Request;
import dev.zt.Signal;
import dev.zt.Usage;
import dev.zt.Usage.Kind;
import dev.zt.Usage.Use;
import dev.zt.engine.Engine;
import dev.zt.engine.Retention;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is counted of use, and what is made of it. */
class UsageTest {
  private static final String ROLES =
      """
      module u

      role "reader"
      role "editor" includes "reader"
      role "admin" includes "editor"
      role "auditor"

      entity User { }
      entity Doc { draft: bool  actions read, write, purge, audit }

      reads:
      permit role "reader" to read Doc

      writes:
      permit role "editor" to write Doc

      purges:
      permit role "admin" to purge Doc

      audits:
      permit role "auditor" to audit Doc

      drafts:
      restrict anyone to read Doc
        when resource.draft
        with watermark
      """;

  private static final Entity DOC = Entity.of("Doc", "d").with("draft", false);
  private static final Duration MONTH = Duration.ofDays(30);

  private final SteppingClock clock = new SteppingClock(NOON);
  private final Engine engine =
      Engine.builder(Hospital.compiled(ROLES)).clock(clock).usage().build();
  private final Usage usage = engine.usage();

  private static Entity user(String id, String... roles) {
    return Entity.of("User", id).roles(roles);
  }

  private Outcome check(Entity user, String action) {
    return engine.check(Request.of(user, action, DOC)).outcome();
  }

  @Test
  void aPermitCountsForItsRuleAndForTheRole() {
    check(user("a", "reader"), "read");
    clock.step(Duration.ofSeconds(1));
    check(user("a", "reader"), "read");
    EntityRef a = EntityRef.of("User", "a");
    assertThat(usage.uses())
        .containsExactlyInAnyOrder(
            new Use(Kind.PERMIT, "u.reads", null, a, 2, NOON, NOON.plusSeconds(1)),
            new Use(Kind.ROLE, "reader", "reader", a, 2, NOON, NOON.plusSeconds(1)));
  }

  @Test
  void whatIsRefusedOrOnlyAskedIsNotUsed() {
    assertThat(check(user("a", "reader"), "write")).isEqualTo(Outcome.DENY);
    engine.preview(Request.of(user("a", "reader"), "read", DOC));
    engine.explain(Request.of(user("a", "reader"), "read", DOC));
    assertThat(usage.uses()).isEmpty();
  }

  @Test
  void aRestrictionIsAUseOfThePermitBehindIt() {
    engine.check(Request.of(user("a", "reader"), "read", DOC.with("draft", true)));
    assertThat(usage.uses()).extracting(Use::name).containsExactlyInAnyOrder("u.reads", "reader");
  }

  @Test
  void anElevationIsUsed() {
    Engine hospital = Engine.builder(Hospital.POLICIES).clock(clock).usage().build();
    hospital
        .elevations()
        .request(NURSE, "break_glass", RECORD.reference(), Duration.ofMinutes(5), "emergency");
    Signal fresh = Signal.of("identity").with("mfa_at", NOON).asOf(NOON);
    hospital.check(Request.of(NURSE, "print", RECORD).with(fresh));
    assertThat(hospital.usage().uses())
        .extracting(Use::kind, Use::name)
        .containsExactlyInAnyOrder(
            tuple(Kind.ELEVATION, "h.break_glass"), tuple(Kind.ROLE, "nurse"));
    assertThat(hospital.usage().report(MONTH).elevations()).containsExactly("h.amend", "h.enter");
  }

  @Test
  void ofTheRolesThatGiveAccessTheNarrowestIsUsed() {
    check(user("a", "admin", "reader"), "read");
    assertThat(usage.uses())
        .filteredOn(use -> use.kind() == Kind.ROLE)
        .extracting(Use::name)
        .containsExactly("reader");
  }

  @Test
  void theReportNamesWhatNobodyUsed() {
    check(user("a", "reader"), "read");
    check(user("b", "editor"), "write");
    Usage.Report report = usage.report(MONTH);
    assertThat(report.permits()).containsExactly("u.audits", "u.purges");
    assertThat(report.roles()).containsExactly("admin", "auditor");
    assertThat(report.conclusive()).isFalse();
    clock.step(MONTH.plusMillis(1));
    check(user("b", "editor"), "read");
    Usage.Report later = usage.report(MONTH);
    assertThat(later.permits()).containsExactly("u.audits", "u.purges", "u.writes");
    assertThat(later.roles()).containsExactly("admin", "auditor");
    assertThat(later.conclusive()).isTrue();
  }

  @Test
  void theReportNamesWhoseRolesAreWiderThanTheirUse() {
    check(user("narrow", "reader"), "read");
    check(user("two", "editor", "auditor"), "write");
    check(user("wide", "admin"), "read");
    check(user("wide", "admin"), "write");
    check(user("idle", "auditor"), "read");
    assertThat(usage.report(MONTH).wide())
        .containsExactly(
            new Usage.Wide(EntityRef.of("User", "idle"), Set.of("auditor"), Map.of()),
            new Usage.Wide(EntityRef.of("User", "two"), Set.of("auditor"), Map.of()),
            new Usage.Wide(
                EntityRef.of("User", "wide"), Set.of(), Map.of("admin", Set.of("editor"))));
  }

  @Test
  void rolesThatAreNotKnownAreNotRolesThatAreNotHeld() {
    check(user("two", "reader", "auditor"), "read");
    check(Entity.of("User", "two"), "read");
    assertThat(usage.report(MONTH).wide())
        .containsExactly(new Usage.Wide(EntityRef.of("User", "two"), Set.of("auditor"), Map.of()));
    check(user("two", "reader"), "read");
    assertThat(usage.report(MONTH).wide()).isEmpty();
  }

  @Test
  void aRoleThatIsCalledAsAPermitIsAnotherThing() {
    Engine named =
        Engine.builder(Hospital.compiled(ROLES.replace("\"reader\"", "\"u.audits\"")))
            .clock(clock)
            .usage()
            .build();
    named.check(Request.of(user("a", "u.audits"), "read", DOC));
    Usage.Report report = named.usage().report(MONTH);
    assertThat(report.permits()).containsExactly("u.audits", "u.purges", "u.writes");
    assertThat(report.roles()).containsExactly("admin", "auditor", "editor");
  }

  @Test
  void aPermitThatItsOwnUseTakesAwayWasUsed() {
    Engine limited =
        Engine.builder(
                Hospital.compiled(
                    """
                    module u
                    entity User { }
                    entity Doc { draft: bool  actions read }
                    behavior reads_1h = count of read Doc by subject over 1h
                    once: permit User to read Doc when reads_1h < 1
                    drafts: restrict anyone to read Doc with watermark
                    """))
            .clock(clock)
            .retention(Retention.STANDARD.startEmpty())
            .usage()
            .build();
    assertThat(limited.check(Request.of(user("a"), "read", DOC)).outcome())
        .isEqualTo(Outcome.RESTRICT);
    assertThat(limited.usage().report(MONTH).permits()).isEmpty();
  }

  @Test
  void withoutRoomOnlyWhatAllUsedTogetherIsCounted() {
    Engine small = Engine.builder(Hospital.compiled(ROLES)).clock(clock).usage(3).build();
    for (int i = 0; i < 100; i++) {
      small.check(Request.of(user("u" + i, "reader"), "read", DOC));
    }
    small.check(Request.of(user("last", "editor"), "write", DOC));
    assertThat(small.usage().uses()).hasSize(2);
    assertThat(small.usage().dropped()).isEqualTo(2 * 99 + 2);
    assertThat(small.usage().report(MONTH).permits()).containsExactly("u.audits", "u.purges");
  }

  @Test
  void otherPoliciesAreReportedOn() {
    check(user("a", "reader"), "read");
    engine.reload(Hospital.compiled(ROLES.replace("audits:", "inspects:")));
    assertThat(usage.report(MONTH).permits()).containsExactly("u.inspects", "u.purges", "u.writes");
  }

  @Test
  void whatWasNotAskedForIsNotCounted() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Engine.builder(Hospital.compiled(ROLES)).build().usage());
    assertThatIllegalArgumentException().isThrownBy(() -> usage.report(Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Engine.builder(Hospital.compiled(ROLES)).usage(0));
  }
}
