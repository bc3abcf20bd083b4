package dev.zt.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.Decision;
import dev.zt.Entity;
import dev.zt.Request;
import dev.zt.Signal;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.engine.Engine;
import dev.zt.engine.Evaluator;
import dev.zt.engine.UnusedAttribute;
import dev.zt.policy.PolicySet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A record is answered for at once where it is first seen, and read to be kept where it is seen
 * again: both times it says the same.
 */
class RecordReuseTest {
  /** More than a class must be seen before code is made for it. */
  private static final int OFTEN = 100;

  private static final PolicySet POLICIES =
      PolicyCompiler.compile(
              Map.of(
                  "reuse.zt",
                  """
                  module record.reuse
                  role "clerk"
                  entity User { team: string owner: string actions call }
                  entity Doc { team: string owner: string actions read }
                  clerks: permit role "clerk" to read, call on Doc, User
                  team: require subject.team == resource.team to read, call on Doc, User else deny
                  owner: restrict User to read on Doc unless resource.owner == subject.id with read_only
                  managed: require device.managed to read, call on Doc, User else challenge comply
                  scored: require device.score >= 60 to read on Doc else deny
                  """))
          .orThrow();

  private record User(String team, List<String> roles) {}

  private record Doc(String team, String owner) {}

  private record Device(boolean managed, int score) {}

  private record Misspelt(boolean managd, int score) {}

  private final Engine compiled = engine(Evaluator.COMPILED);
  private final Engine reference = engine(Evaluator.REFERENCE);

  private static Engine engine(Evaluator evaluator) {
    return Engine.builder(POLICIES).evaluator(evaluator).build();
  }

  @BeforeEach
  void everyClassWasSeenOften() {
    for (int i = 0; i < OFTEN; i++) {
      compiled.check(request(user("ann", "hr"), "read", doc("d1", "hr")).with(device(true, i)));
      compiled.check(
          request(user("ann", "hr"), "read", doc("d1", "hr"))
              .with(Signal.of("device", new Misspelt(true, i))));
    }
  }

  @AfterEach
  void close() {
    compiled.close();
    reference.close();
  }

  private static Entity user(String id, String team) {
    return Entity.of("User", id, new User(team, List.of("clerk", "staff")));
  }

  private static Entity doc(String id, String team) {
    return Entity.of("Doc", id, new Doc(team, "ann"));
  }

  private static Signal device(boolean managed, int score) {
    return Signal.of("device", new Device(managed, score));
  }

  private static Request request(Entity subject, String action, Entity resource) {
    return Request.of(subject, action, resource);
  }

  private void assertDecidedAsByReference(Request request) {
    Decision decision = compiled.check(request);
    assertThat(decision).as("%s", request).isEqualTo(reference.check(copy(request)));
  }

  /** The same request of things that are new, so that what they keep is of one engine alone. */
  private static Request copy(Request request) {
    Request copy = request(copy(request.subject()), request.action(), copy(request.resource()));
    for (Signal signal : request.signals()) {
      Record fields = Objects.requireNonNull(signal.record());
      copy = copy.with(Signal.of(signal.name(), fields));
    }
    for (Entity entity : request.entities()) {
      copy = copy.with(copy(entity));
    }
    return copy;
  }

  private static Entity copy(Entity entity) {
    Record fields = entity.record();
    return fields == null ? entity : Entity.of(entity.type(), entity.id(), fields);
  }

  @Test
  void aRecordThatIsSeenAgainSaysTheSame() {
    for (String team : List.of("hr", "sales")) {
      for (int score : List.of(50, 60)) {
        for (boolean managed : List.of(true, false)) {
          Entity ann = user("ann", "hr");
          Entity doc = doc("d1", team);
          Signal device = device(managed, score);
          for (int time = 0; time < 3; time++) {
            assertDecidedAsByReference(request(ann, "read", doc).with(device));
            assertDecidedAsByReference(request(user("bob", "hr"), "read", doc).with(device));
          }
        }
      }
    }
  }

  @Test
  void aRecordThatWasASubjectMayBeAResource() {
    Entity ann = user("ann", "hr");
    Entity bob = user("bob", "hr");
    Entity eve = user("eve", "sales");
    for (Entity subject : List.of(ann, bob, eve, ann)) {
      for (Entity resource : List.of(eve, ann, bob, eve)) {
        assertDecidedAsByReference(request(subject, "call", resource).with(device(true, 70)));
      }
    }
  }

  @Test
  void severalObservationsAreOneWhereTheyAgreeAndUnknownWhereTheyDoNot() {
    Request request = request(user("ann", "hr"), "read", doc("d1", "hr"));
    Signal same = device(true, 70);
    List<Signal> others = List.of(same, device(true, 70), device(false, 70), device(true, 10));
    for (Signal other : others) {
      assertDecidedAsByReference(request.with(same).with(other));
      assertDecidedAsByReference(request.with(device(true, 70)).with(other));
    }
  }

  @Test
  void aFurtherEntityAddsToARecord() {
    Entity ann = user("ann", "hr");
    Request request = request(ann, "read", doc("d1", "hr")).with(device(true, 70));
    assertDecidedAsByReference(request.with(user("ann", "sales")));
    assertDecidedAsByReference(request.with(user("bob", "sales")));
    assertDecidedAsByReference(request.with(Entity.of("Doc", "d1").with("owner", "bob")));
  }

  @Test
  void whatARecordGivesInVainIsCountedOnce() {
    Signal misspelt = Signal.of("device", new Misspelt(true, 70));
    long before = inVain();
    for (int time = 0; time < 3; time++) {
      compiled.check(request(user("ann", "hr"), "read", doc("d1", "hr")).with(misspelt));
    }
    assertThat(inVain()).isEqualTo(before + 1);
  }

  private long inVain() {
    return compiled.unusedAttributes().stream().mapToLong(UnusedAttribute::count).sum();
  }
}
