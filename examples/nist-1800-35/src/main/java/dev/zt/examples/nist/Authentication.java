package dev.zt.examples.nist;

import dev.zt.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the tables' codes say about the authentication of a person, an endpoint or a resource. */
enum Authentication {
  /** {@code A+}: authenticates for the first time, with success. */
  SUCCEEDED(true, true, Duration.ZERO, Duration.ZERO),
  /** {@code A-}: fails to authenticate; nothing has begun. */
  FAILED(true, false, null, null),
  /** {@code RA+}: authenticates again, with success, in what began some hours ago. */
  REPEATED(true, true, Duration.ZERO, Duration.ofHours(9)),
  /** {@code RA-}: fails to authenticate again. */
  REPEAT_FAILED(true, false, Duration.ofHours(9), Duration.ofHours(9)),
  /** {@code A}: authenticated a while ago; nothing has happened since. */
  LIVE(false, true, Duration.ofHours(1), Duration.ofHours(1));

  private final boolean attempted;
  private final boolean succeeded;
  private final @Nullable Duration lastSuccess;
  private final @Nullable Duration beginning;

  Authentication(
      boolean attempted,
      boolean succeeded,
      @Nullable Duration lastSuccess,
      @Nullable Duration beginning) {
    this.attempted = attempted;
    this.succeeded = succeeded;
    this.lastSuccess = lastSuccess;
    this.beginning = beginning;
  }

  /**
   * What a cell says.
   *
   * @throws UnmappableRow for a code that the tables do not explain
   */
  static Authentication of(String column, String code) {
    return switch (code) {
      case "A+" -> SUCCEEDED;
      case "A-" -> FAILED;
      case "RA+", "Passes" -> REPEATED;
      case "RA-", "Fails" -> REPEAT_FAILED;
      case "A" -> LIVE;
      default -> throw UnmappableRow.unknownText(column, code);
    };
  }

  /** Whether it is something that happens in the row, not something that the row starts from. */
  boolean attempted() {
    return attempted;
  }

  /** How the last attempt ended, as policies name it. */
  String lastAttempt() {
    return succeeded ? "succeeded" : "failed";
  }

  /** When it last succeeded; empty when it never did. */
  Optional<Instant> lastSuccess(Instant now) {
    return Optional.ofNullable(lastSuccess).map(now::minus);
  }

  /** When the session began that rests on it; empty when none did. */
  Optional<Instant> beginning(Instant now) {
    return Optional.ofNullable(beginning).map(now::minus);
  }

  /** The signal with these facts added. */
  Signal in(Signal signal, Instant now) {
    Signal attempted = signal.with("last_attempt", lastAttempt());
    return lastSuccess(now).map(at -> attempted.with("authenticated_at", at)).orElse(attempted);
  }
}
