package dev.zt.examples.continuous;

import dev.zt.Decision;
import dev.zt.Reason;
import dev.zt.SessionChange;
import dev.zt.SessionListener;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Prints what happens, when, and what became of it. It hears of the changes of a session as an
 * application does, and prints each where the story comes to it.
 */
final class Timeline implements SessionListener {
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final PrintStream out;
  private final InstantSource clock;
  private final BlockingQueue<SessionChange> heard = new LinkedBlockingQueue<>();

  Timeline(PrintStream out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
  }

  @Override
  public void changed(SessionChange change) {
    heard.add(change);
  }

  /** Something happens. */
  void event(String what) {
    out.printf("%n%s  %s%n", HOUR.format(clock.instant()), what);
  }

  /** More about what happened. */
  void detail(String what) {
    out.printf("       %s%n", what);
  }

  /** What was decided. */
  void decided(String question, Decision decision) {
    detail(question + " => " + outcome(decision) + reasons(decision.reasons()) + end(decision));
    if (decision instanceof Decision.Deny deny) {
      detail("  " + deny.message());
    }
  }

  /** The next change of the session, which is on its way. */
  void change() throws InterruptedException {
    SessionChange change = heard.poll(10, TimeUnit.SECONDS);
    if (change == null) {
      throw new IllegalStateException("the session did not change within ten seconds");
    }
    detail(
        "the session: "
            + outcome(change.before())
            + " -> "
            + outcome(change.after())
            + ", because of "
            + change.cause().name().toLowerCase(Locale.ROOT)
            + (change.detail().isEmpty() ? "" : " (" + change.detail() + ")"));
  }

  private static String outcome(Decision decision) {
    if (decision instanceof Decision.Restrict restrict) {
      return "RESTRICT " + listed(restrict.obligations());
    }
    return decision instanceof Decision.Challenge challenge
        ? "CHALLENGE " + listed(challenge.challenges())
        : decision.outcome().name();
  }

  private static String reasons(List<Reason> reasons) {
    return reasons.isEmpty()
        ? ""
        : " by " + reasons.stream().map(Timeline::label).collect(Collectors.joining(", "));
  }

  private static String label(Reason reason) {
    return reason.rule().substring(reason.rule().lastIndexOf('.') + 1);
  }

  private String end(Decision decision) {
    Instant end = decision.validUntil();
    if (end.equals(Instant.MAX)) {
      return "";
    }
    if (!end.isAfter(clock.instant())) {
      return ", for this once";
    }
    boolean today = Duration.between(clock.instant(), end).toDays() < 1;
    return ", until " + (today ? HOUR : DAY).format(end);
  }

  private static String listed(List<?> calls) {
    return calls.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
