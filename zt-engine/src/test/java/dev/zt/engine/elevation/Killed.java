package dev.zt.engine.elevation;

import dev.zt.Grant;
import dev.zt.GrantStore;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * A process that asks, approves and revokes until it is killed, and says on its output what was
 * acknowledged: a line of id, state and number of approvals each time.
 */
final class Killed {
  private Killed() {}

  /** A journal that writes the last entry only when the next one comes, which is a fault. */
  record Behind(GrantStore store, Deque<Runnable> waiting) implements GrantStore {
    @Override
    public Kept load() {
      return store.load();
    }

    @Override
    public void keep(Collection<Grant> grants, Mark mark) {
      if (!waiting.isEmpty()) {
        waiting.remove().run();
      }
      waiting.add(() -> store.keep(List.copyOf(grants), mark));
    }

    @Override
    public void close() {
      store.close();
    }
  }

  /** Arguments: the journal, a seed, whether to have the fault. */
  public static void main(String[] arguments) {
    GrantStore journal = GrantJournal.open(Path.of(arguments[0]), 20_000, System.err::println);
    GrantStore store =
        Boolean.parseBoolean(arguments[2]) ? new Behind(journal, new ArrayDeque<>()) : journal;
    Random random = new Random(Long.parseLong(arguments[1]));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    GrantBook book = Ward.book(store, InstantSource.system());
    while (true) {
      String subject = "s" + random.nextInt(20);
      int what = random.nextInt(100);
      if (what < 2) {
        book.revokeOf(Ward.person(subject).reference(), "leaves").forEach(it -> tell(out, it));
      } else if (what < 30 && book.open().size() < 100) {
        tell(out, book.request(Ward.request(subject, Duration.ofHours(1))));
      } else if (!book.open().isEmpty()) {
        List<Grant> open = book.open();
        tell(out, changed(book, open.get(random.nextInt(open.size())).id(), random));
      }
    }
  }

  private static Grant changed(GrantBook book, String id, Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> book.revoke(id, "enough");
      case 1 -> book.deny(id, Ward.person("third"));
      case 2 -> book.cancel(id);
      default -> book.approve(id, Ward.person("a" + random.nextInt(3)));
    };
  }

  private static void tell(PrintStream out, Grant grant) {
    out.println(grant.id() + " " + grant.state() + " " + grant.approvals().size());
  }
}
