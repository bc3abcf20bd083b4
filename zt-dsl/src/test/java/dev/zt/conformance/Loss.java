package dev.zt.conformance;

import dev.zt.Signal;
import dev.zt.SignalSource;
import dev.zt.SourceLimits;
import dev.zt.engine.EngineBuilder;
import dev.zt.engine.Retention;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an engine has lost of what it might know. */
enum Loss {
  /** Nothing. */
  NONE,
  /** What happened before: nobody remembers it. */
  BEHAVIOR,
  /** A source that throws. */
  SOURCE_THROWS,
  /** A source that is late. */
  SOURCE_IS_LATE,
  /** A source that knows nothing. */
  SOURCE_IS_EMPTY,
  /** A source that answers with something else. */
  SOURCE_IS_WRONG,
  /** The grants. */
  GRANTS,

  // ---- faults that a property must find ----

  /** What happened before, and it is taken for nothing. */
  FORGETS_QUIETLY,
  /** A source, and what is best takes its place. */
  ASSUMES_THE_BEST,
  /** The grants, and everybody has one. */
  GRANTS_TO_EVERYBODY;

  private static final SourceLimits AT_ONCE =
      SourceLimits.DEFAULT.waiting(Duration.ofMillis(1)).retryingAfter(Duration.ofHours(1));

  /** Whether what is remembered of what happened is there. */
  boolean remembers() {
    return this != BEHAVIOR && this != FORGETS_QUIETLY;
  }

  /** Whether the subject holds its grant, given that there was one. */
  boolean grants(boolean granted) {
    return this == GRANTS_TO_EVERYBODY || (granted && this != GRANTS);
  }

  Retention retention() {
    return this == BEHAVIOR ? Retention.STANDARD : Retention.STANDARD.startEmpty();
  }

  /**
   * Lets a source answer for a signal.
   *
   * @param fields what it knows
   */
  EngineBuilder source(EngineBuilder builder, String signal, Map<String, @Nullable Object> fields) {
    return switch (this) {
      case SOURCE_IS_LATE -> builder.source(signal, late(signal, fields), AT_ONCE);
      case SOURCE_THROWS ->
          builder.source(
              signal,
              key -> {
                throw new IllegalStateException("down");
              });
      case SOURCE_IS_EMPTY -> builder.source(signal, key -> null);
      case SOURCE_IS_WRONG -> builder.source(signal, key -> Signal.of("workload"));
      case ASSUMES_THE_BEST -> builder.source(signal, key -> Signal.of(signal, BEST));
      case NONE, BEHAVIOR, GRANTS, FORGETS_QUIETLY, GRANTS_TO_EVERYBODY ->
          builder.source(signal, key -> Signal.of(signal, fields));
    };
  }

  private static SignalSource<String> late(String signal, Map<String, @Nullable Object> fields) {
    return key -> {
      Thread.sleep(100);
      return Signal.of(signal, fields);
    };
  }

  private static final Map<String, Object> BEST =
      Map.of(
          "managed",
          true,
          "attested",
          true,
          "jailbroken",
          false,
          "edr",
          "healthy",
          "os_version",
          "14.10",
          "patched_at",
          Worlds.NOW,
          "risk",
          "clear",
          "as_of",
          Worlds.NOW);
}
