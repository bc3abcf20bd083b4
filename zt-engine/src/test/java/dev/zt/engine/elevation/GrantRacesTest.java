package dev.zt.engine.elevation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.Grant;
import dev.zt.Grant.State;
import dev.zt.GrantStore;
import dev.zt.policy.value.Value;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several threads ask, vote, revoke and decide at the same time. */
class GrantRacesTest {
  private static final int ROUNDS = 5_000;
  private static final Value.Ref SUBJECT = new Value.Ref("w.Person", "s");
  private static final Value.Ref BED = new Value.Ref("w.Bed", "b1");

  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final GrantBook book = Ward.book(GrantStore.NONE, InstantSource.system());

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private boolean isActive() {
    return book.grants().tenure("w.open", SUBJECT, BED, InstantSource.system().millis()).active();
  }

  @Test
  void noCheckAfterARevocationSeesTheGrant() throws Exception {
    assertThat(late(this::isActive)).isZero();
  }

  @Test
  void anAnswerThatIsKeptIsCaught() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    AtomicBoolean kept = new AtomicBoolean();
    BooleanSupplier forgetful =
        () -> {
          if (asked.incrementAndGet() % 10 == 0) {
            kept.set(isActive());
          }
          return kept.get();
        };
    assertThat(late(forgetful)).isPositive();
  }

  /** How many checks that began after a revocation had returned saw the grant all the same. */
  private int late(BooleanSupplier check) throws Exception {
    AtomicLong granted = new AtomicLong();
    AtomicLong revoked = new AtomicLong();
    AtomicLong judged = new AtomicLong();
    List<Future<Integer>> checks = new ArrayList<>();
    for (int thread = 0; thread < 3; thread++) {
      checks.add(
          threads.submit(
              () -> {
                int late = 0;
                while (revoked.get() < ROUNDS) {
                  long before = revoked.get();
                  boolean active = check.getAsBoolean();
                  if (granted.get() == before) {
                    judged.incrementAndGet();
                    late += active ? 1 : 0;
                  }
                }
                return late;
              }));
    }
    for (int round = 0; round < ROUNDS; round++) {
      granted.incrementAndGet();
      Grant grant = Ward.granted(book, "s", Duration.ofHours(1));
      book.revoke(grant.id(), "enough");
      revoked.incrementAndGet();
      for (int wait = 0; wait < 200; wait++) {
        Thread.onSpinWait();
      }
    }
    int late = 0;
    for (Future<Integer> each : checks) {
      late += each.get();
    }
    assertThat(judged).hasValueGreaterThan(ROUNDS / 10);
    return late;
  }

  @Test
  void ofManyTransitionsOneIsTheFirst() throws Exception {
    for (int round = 0; round < 200; round++) {
      String id = book.request(Ward.request("s", Duration.ofHours(1))).id();
      book.approve(id, Ward.person("first"));
      List<Callable<Grant>> all =
          List.of(
              () -> book.approve(id, Ward.person("second")),
              () -> book.deny(id, Ward.person("third")),
              () -> book.cancel(id),
              () -> book.approve(id, Ward.person("first")));
      for (Future<Grant> each : threads.invokeAll(all)) {
        Grant heard = each.get();
        Grant now = book.find(id).orElseThrow();
        assertThat(heard.state()).isIn(State.PENDING, now.state());
      }
      assertThat(isActive()).isEqualTo(book.find(id).orElseThrow().state() == State.APPROVED);
      book.revokeAll("next");
    }
  }
}
