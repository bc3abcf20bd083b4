package dev.zt.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.Entity;
import dev.zt.Request;
import dev.zt.SessionListener;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A set of sessions under random additions and removals, held against one of the platform. */
class SessionSetProperties {
  private static final int STEPS = 2_000;

  @Property(tries = 200)
  void whatIsInTheSetIsWhatWasAddedAndNotRemoved(@ForAll Random random) {
    SessionSet set = new SessionSet();
    assertThat(agrees(set, set::remove, random)).isTrue();
  }

  @Example
  void aRemovalThatIsForgottenIsCaught() {
    SessionSet set = new SessionSet();
    Random forgetful = new Random(2);
    assertThat(
            agrees(
                set,
                session -> {
                  if (forgetful.nextInt(100) > 0) {
                    set.remove(session);
                  }
                },
                new Random(1)))
        .isFalse();
  }

  private static boolean agrees(SessionSet set, Consumer<LiveSession> remove, Random random) {
    List<LiveSession> all = sessions(random);
    Set<LiveSession> model = new HashSet<>();
    for (int step = 0; step < STEPS; step++) {
      LiveSession session = all.get(random.nextInt(all.size()));
      boolean grows = (step / 200) % 2 == 0 ? random.nextInt(3) > 0 : random.nextInt(3) == 0;
      if (grows) {
        set.add(session);
        model.add(session);
      } else {
        remove.accept(session);
        model.remove(session);
      }
      if (set.size() != model.size() || !new HashSet<>(set.toList()).equals(model)) {
        return false;
      }
    }
    return true;
  }

  /** Sessions of which many have the same hash. */
  private static List<LiveSession> sessions(Random random) {
    Request request = Request.of(Entity.of("User", "u"), "read", Entity.of("Doc", "d"));
    int hashes = 1 + random.nextInt(40);
    List<LiveSession> sessions = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      long high = random.nextInt(hashes);
      sessions.add(
          new LiveSession(
              null, new SessionId(high ^ i, i), request, SessionListener.NONE, 0, new Group[0]));
    }
    return sessions;
  }
}
