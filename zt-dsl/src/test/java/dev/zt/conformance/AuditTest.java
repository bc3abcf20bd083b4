package dev.zt.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.zt.AuditRecord;
import dev.zt.AuditSink;
import dev.zt.Decision;
import dev.zt.DenyCause;
import dev.zt.Entity;
import dev.zt.Grant;
import dev.zt.InMemoryMetrics;
import dev.zt.Metrics;
import dev.zt.Metrics.Counter;
import dev.zt.Outcome;
import dev.zt.Request;
import dev.zt.Session;
import dev.zt.Signal;
import dev.zt.SignalLimits;
import dev.zt.Unknown;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.engine.Auditing;
import dev.zt.engine.Engine;
import dev.zt.engine.Overload;
import dev.zt.policy.PolicySet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What an engine records and counts of what it decides. */
class AuditTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  private static final String POLICY =
      """
      module acme
      entity Employee { department: string  ssn: secret string  age: duration = now - hired  hired: time }
      entity Payroll { department: string  actions read, export as "EXPORT", list, mail, shred }
      readers: permit Employee to read Payroll when subject.department == resource.department
      @audit("required")
      exporters: permit Employee to export Payroll
      @audit("required")
      mailers: permit Employee to mail Payroll
      listers: permit Employee to list Payroll
      elevation auditor permits Employee to shred Payroll for at most 2h approved by Employee with reason
      own_device: restrict Employee to list, mail Payroll unless device.managed with read_only
      """;

  private final PolicySet policies = PolicyCompiler.compile("acme.zt", POLICY).orThrow();
  private final Shelf shelf = new Shelf();
  private final InMemoryMetrics metrics = new InMemoryMetrics();

  /** A sink in memory that can be full. */
  private static final class Shelf implements AuditSink {
    private final List<AuditRecord> records = new CopyOnWriteArrayList<>();
    private boolean full;
    private int room = Integer.MAX_VALUE;
    private boolean throwing;
    private Duration patience = Duration.ZERO;

    @Override
    public boolean append(AuditRecord record, Duration longest) {
      patience = longest;
      if (throwing) {
        throw new IllegalStateException("broken");
      }
      return !full && records.size() < room && records.add(record);
    }

    @Override
    public void close() {
      full = true;
    }

    AuditRecord last() {
      return records.get(records.size() - 1);
    }
  }

  private Engine engine(Auditing auditing) {
    return Engine.builder(policies).clock(() -> NOW).audit(auditing).metrics(metrics).build();
  }

  private static Request request(String action) {
    Entity ann = Entity.of("Employee", "ann", Map.of("department", "hr", "ssn", "078-05-1120"));
    return Request.of(ann, action, Entity.of("Payroll", "p1", Map.of("department", "hr")));
  }

  private static Request managed(String action) {
    return request(action).with(Signal.of("device", Map.of("managed", true, "id", "d1")));
  }

  @Test
  void aDecisionIsRecordedWithWhoWhatOnWhatAndWhy() {
    Decision decision =
        engine(Auditing.to(shelf, Overload.drop())).check(request("read").correlatedBy("trace-7"));

    assertThat(shelf.records).hasSize(1);
    AuditRecord record = shelf.last();
    assertThat(record.kind()).isEqualTo(AuditRecord.Kind.DECISION);
    assertThat(record.subject()).hasToString("Employee \"ann\"");
    assertThat(record.action()).isEqualTo("read");
    assertThat(record.resource()).hasToString("Payroll \"p1\"");
    assertThat(record.decision()).isEqualTo(decision);
    assertThat(record.policyVersion()).isEqualTo(policies.version());
    assertThat(record.time()).isEqualTo(NOW);
    assertThat(record.correlation()).isEqualTo("trace-7");
    assertThat(record.attributes()).isEmpty();
  }

  @Test
  void aPreviewAndAnExplanationAreNotRecorded() {
    Engine engine = engine(Auditing.to(shelf, Overload.drop()));
    engine.preview(request("read"));
    engine.explain(request("read"));

    assertThat(shelf.records).isEmpty();
    assertThat(metrics.total(Counter.DECISIONS)).isZero();
  }

  @Test
  void severalDecisionsAreSeveralRecords() {
    engine(Auditing.to(shelf, Overload.drop())).checkAll(List.of(request("read"), request("list")));

    assertThat(shelf.records).extracting(AuditRecord::action).containsExactly("read", "list");
  }

  @Test
  void onlyChosenAttributesAreRecorded() {
    Auditing auditing =
        Auditing.to(shelf, Overload.drop())
            .with("subject.department", "device.id", "device.managed", "subject.hired");
    engine(auditing).check(managed("read"));

    assertThat(shelf.last().attributes())
        .isEqualTo(Map.of("subject.department", "hr", "device.id", "d1", "device.managed", "true"));
  }

  @Test
  void whatWasGivenAndNotChosenIsNotQuotedEither() {
    Request broken =
        Request.of(
            Entity.of("Employee", "ann", Map.of("department", 4711)),
            "read",
            Entity.of("Payroll", "p1", Map.of("department", 4712)));
    engine(Auditing.to(shelf, Overload.drop())).check(broken);
    assertThat(shelf.last().decision()).isNotNull();
    assertThat(shelf.last().decision().unknowns())
        .extracting(Unknown::toString)
        .containsExactly("subject.department MISTYPED", "resource.department MISTYPED");

    engine(Auditing.to(shelf, Overload.drop()).with("subject.department")).check(broken);
    assertThat(shelf.last().toString()).contains("4711").doesNotContain("4712");
  }

  @Test
  void whyASourceFailedIsRecorded() {
    engine(Auditing.to(shelf, Overload.drop()))
        .check(request("list").with(Signal.failed("device", "MDM timed out")));
    assertThat(shelf.last().decision().unknowns())
        .extracting(Unknown::toString)
        .containsExactly("device.managed FAILED (MDM timed out)");
  }

  @Test
  void aSecretCannotBeChosen() {
    assertThatThrownBy(() -> engine(Auditing.to(shelf, Overload.drop()).with("subject.ssn")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("`subject.ssn` is secret, and no log may hold it");
    assertThatThrownBy(() -> engine(Auditing.to(shelf, Overload.drop()).with("subject.shoes")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Auditing.to(shelf, Overload.drop()).with("ssn"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatBecomesSecretByAReloadIsLeftOut() {
    Engine engine = engine(Auditing.to(shelf, Overload.drop()).with("subject.department"));
    String changed = POLICY.replace("department: string  ssn", "department: secret string  ssn");
    engine.reload(PolicyCompiler.compile("acme.zt", changed).orThrow());
    engine.check(request("read"));

    assertThat(shelf.last().attributes()).isEmpty();
    assertThat(shelf.records.toString()).doesNotContain("078-05-1120");
  }

  @Test
  void aReloadIsRecorded() {
    Engine engine = engine(Auditing.to(shelf, Overload.drop()));
    PolicySet others =
        PolicyCompiler.compile("acme.zt", POLICY.replace("read_only", "watermark")).orThrow();
    engine.reload(others);

    assertThat(shelf.last().kind()).isEqualTo(AuditRecord.Kind.RELOAD);
    assertThat(shelf.last().policyVersion()).isEqualTo(others.version());
    assertThat(shelf.last().message()).isEqualTo("in force instead of " + policies.version());
  }

  @Test
  void everyStepOfAnElevationIsRecorded() {
    Engine engine = engine(Auditing.to(shelf, Overload.drop()));
    Entity payroll = request("shred").resource();
    Grant grant =
        engine
            .elevations()
            .request(
                request("shred").subject(),
                "auditor",
                payroll.reference(),
                Duration.ofHours(1),
                "the year is over");
    engine.elevations().approve(grant.id(), Entity.of("Employee", "eve"));
    engine.check(request("shred"));
    engine.elevations().revoke(grant.id(), "done");

    assertThat(shelf.records)
        .extracting(
            AuditRecord::kind, AuditRecord::step, record -> String.valueOf(record.subject()))
        .containsExactly(
            tuple(AuditRecord.Kind.ELEVATION, "requested", "Employee \"ann\""),
            tuple(AuditRecord.Kind.ELEVATION, "approved", "Employee \"eve\""),
            tuple(AuditRecord.Kind.DECISION, "check", "Employee \"ann\""),
            tuple(AuditRecord.Kind.ELEVATION, "revoked", "null"));
    AuditRecord approved = shelf.records.get(1);
    assertThat(approved.action()).isEqualTo("auditor");
    assertThat(approved.resource()).isEqualTo(payroll.reference());
    assertThat(approved.message()).isEqualTo("the year is over");
    assertThat(approved.attributes())
        .containsEntry("for", "Employee \"ann\"")
        .containsEntry("grant", grant.id())
        .containsEntry("end", "2026-03-02T10:00:00Z");
    assertThat(shelf.last().message()).isEqualTo("done");
  }

  @Test
  void theEndOfAGrantIsRecordedAlthoughNobodyAsks() throws Exception {
    AtomicReference<Instant> time = new AtomicReference<>(NOW);
    Engine engine = withGrant(time);
    time.set(NOW.plus(Duration.ofDays(2)));
    for (int i = 0; shelf.records.size() < 2; i++) {
      assertThat(i).isLessThan(2_000);
      Thread.sleep(5);
    }

    assertThat(shelf.last().step()).isEqualTo("expired");
    engine.close();
  }

  @Test
  void theEndOfAGrantThatNobodyNoticedIsRecordedWhenTheEngineCloses() {
    AtomicReference<Instant> time = new AtomicReference<>(NOW);
    Engine engine = withGrant(time);
    time.set(NOW.plus(Duration.ofDays(2)));
    engine.close();

    assertThat(shelf.records).extracting(AuditRecord::step).containsExactly("requested", "expired");
  }

  private Engine withGrant(AtomicReference<Instant> time) {
    Engine engine =
        Engine.builder(policies)
            .clock(time::get)
            .audit(Auditing.to(shelf, Overload.drop()))
            .build();
    engine
        .elevations()
        .request(
            request("shred").subject(),
            "auditor",
            request("shred").resource().reference(),
            Duration.ofHours(1),
            "the year is over");
    return engine;
  }

  @Test
  void aRevokedSessionIsRecordedAndAListenerThatThrowsIsCounted() throws Exception {
    Engine engine = engine(Auditing.to(shelf, Overload.drop()));
    Session session =
        engine
            .sessions()
            .open(
                request("read"),
                change -> {
                  throw new IllegalStateException("broken");
                });
    engine.sessions().revoke(session.id(), "the laptop was stolen");

    AuditRecord revoked = shelf.last();
    assertThat(revoked.kind()).isEqualTo(AuditRecord.Kind.SESSION);
    assertThat(revoked.step()).isEqualTo("revoked");
    assertThat(revoked.decision()).isInstanceOf(Decision.Deny.class);
    for (int i = 0; metrics.total(Counter.LISTENER_FAILURES) == 0; i++) {
      assertThat(i).isLessThan(2_000);
      Thread.sleep(5);
    }
    engine.close();
  }

  @Test
  void permitsMayBeSampledAndNothingElse() {
    Engine engine = engine(Auditing.to(shelf, Overload.drop()).sampleOneOf(1_000_000));
    for (int i = 0; i < 100; i++) {
      assertThat(engine.check(request("read")).outcome()).isEqualTo(Outcome.PERMIT);
      assertThat(engine.check(request("list")).outcome()).isEqualTo(Outcome.RESTRICT);
      assertThat(engine.check(request("nothing")).outcome()).isEqualTo(Outcome.DENY);
      assertThat(engine.check(request("EXPORT")).outcome()).isEqualTo(Outcome.PERMIT);
    }

    assertThat(shelf.records)
        .extracting(AuditRecord::action)
        .filteredOn("read"::equals)
        .hasSizeLessThan(3);
    assertThat(shelf.records).filteredOn(record -> !"read".equals(record.action())).hasSize(300);
    assertThat(metrics.count(Counter.UNSAMPLED_PERMITS, "")).isGreaterThan(97);
  }

  @Test
  void aFullLogDeniesWhereTheApplicationSaysSo() {
    shelf.full = true;
    Engine engine = engine(Auditing.to(shelf, Overload.deny()));

    Decision decision = engine.check(request("read"));
    assertThat(decision).isInstanceOf(Decision.Deny.class);
    assertThat(((Decision.Deny) decision).cause()).isEqualTo(DenyCause.NOT_RECORDED);
    assertThat(decision.validUntil()).isEqualTo(NOW);
    assertThat(engine.check(request("list")).outcome()).isEqualTo(Outcome.DENY);
    assertThat(engine.check(request("nothing")))
        .isInstanceOfSatisfying(
            Decision.Deny.class, deny -> assertThat(deny.cause()).isEqualTo(DenyCause.UNDECLARED));
    assertThat(metrics.count(Counter.LOST_RECORDS, "not taken")).isEqualTo(3);
    assertThat(metrics.count(Counter.DECISIONS, "DENY")).isEqualTo(3);
  }

  @Test
  void ofABatchEveryDecisionIsHeardAsIfItWereAlone() {
    shelf.room = 1;
    Engine engine = engine(Auditing.to(shelf, Overload.drop()));

    List<Decision> heard =
        engine.checkAll(List.of(request("EXPORT"), request("read"), request("EXPORT")));
    assertThat(heard)
        .extracting(Decision::outcome)
        .containsExactly(Outcome.PERMIT, Outcome.PERMIT, Outcome.DENY);
    assertThat(metrics.count(Counter.LOST_RECORDS, "not taken")).isEqualTo(2);
    assertThat(metrics.count(Counter.DECISIONS, "DENY")).isEqualTo(1);
  }

  @Test
  void aFullLogDropsAndCountsWhereTheApplicationSaysSo() {
    shelf.full = true;
    Engine engine = engine(Auditing.to(shelf, Overload.drop().afterWaiting(Duration.ofMillis(7))));

    assertThat(engine.check(request("read")).permitted()).isTrue();
    assertThat(shelf.patience).isEqualTo(Duration.ofMillis(7));
    assertThat(metrics.count(Counter.LOST_RECORDS, "not taken")).isEqualTo(1);
  }

  @Test
  void aRuleThatMustBeRecordedDeniesInAnyCase() {
    shelf.full = true;
    Engine engine = engine(Auditing.to(shelf, Overload.drop()));

    assertThat(engine.check(request("EXPORT")).outcome()).isEqualTo(Outcome.DENY);
    assertThat(engine.check(managed("mail")).outcome()).isEqualTo(Outcome.DENY);
    assertThat(engine.check(request("mail")).outcome()).isEqualTo(Outcome.DENY);
    assertThat(engine.check(request("list")).outcome()).isEqualTo(Outcome.RESTRICT);
  }

  @Test
  void aSinkThatThrowsCountsAsOneThatIsFull() {
    shelf.throwing = true;
    Engine engine = engine(Auditing.to(shelf, Overload.drop()));

    assertThat(engine.check(request("read")).permitted()).isTrue();
    assertThat(engine.check(request("EXPORT")).outcome()).isEqualTo(Outcome.DENY);
    assertThat(metrics.count(Counter.LOST_RECORDS, "sink threw")).isEqualTo(2);
  }

  @Test
  void decisionsAndUnknownsAreCounted() {
    Engine engine = Engine.builder(policies).clock(() -> NOW).metrics(metrics).build();
    engine.check(request("read"));
    engine.check(request("list"));
    engine.check(Request.of(Entity.of("Employee", "bob"), "read", Entity.of("Payroll", "p")));

    assertThat(metrics.counts(Counter.DECISIONS))
        .isEqualTo(Map.of("PERMIT", 1L, "RESTRICT", 1L, "DENY", 1L));
    assertThat(metrics.counts(Counter.UNKNOWNS))
        .isEqualTo(
            Map.of(
                "device.managed MISSING", 1L,
                "subject.department MISSING", 1L,
                "resource.department MISSING", 1L));
  }

  @Test
  void sourcesThatFailAndEntriesThatHadToGoAreCounted() {
    Engine engine =
        Engine.builder(policies)
            .clock(() -> NOW)
            .metrics(metrics)
            .signals(new SignalLimits(2, Duration.ofDays(1)))
            .source(
                "device",
                key -> {
                  throw new IllegalStateException("down");
                })
            .build();
    for (int i = 0; i < 5; i++) {
      engine.signals().publish(Signal.of("device").with("id", "d" + i));
    }
    engine.check(request("list").withKey("device", "x1"));
    engine.check(request("list").withKey("device", "x2"));
    engine.check(request("read"));

    assertThat(metrics.count(Counter.EVICTIONS, "signals")).isPositive();
    assertThat(metrics.count(Counter.LATE_SOURCES, "device")).isEqualTo(2);
    engine.close();
  }

  @Test
  void metricsThatThrowHarmNobody() {
    Metrics hostile =
        new Metrics() {
          @Override
          public void count(Counter counter, String of, long by) {
            throw new IllegalStateException("broken");
          }

          @Override
          public void level(Level level, String of, long value) {
            throw new IllegalStateException("broken");
          }
        };
    Engine engine = Engine.builder(policies).clock(() -> NOW).metrics(hostile).build();

    assertThat(engine.check(request("read")).permitted()).isTrue();
  }

  @Test
  void noRequestFillsTheMemoryOfTheCounters() {
    for (int i = 0; i < 10_000; i++) {
      metrics.count(Counter.UNKNOWNS, "User \"" + i + "\".parents MISSING", 1);
    }

    assertThat(metrics.counts(Counter.UNKNOWNS)).hasSize(InMemoryMetrics.MOST + 1);
    assertThat(metrics.total(Counter.UNKNOWNS)).isEqualTo(10_000);
    assertThat(metrics.count(Counter.UNKNOWNS, InMemoryMetrics.OTHERS)).isEqualTo(9_000);
  }
}
