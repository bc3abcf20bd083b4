package dev.zt.examples.nist;

import dev.zt.Authorizer;
import dev.zt.Decision;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.engine.Engine;
import dev.zt.policy.PolicySet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A scenario's policy in force, on a clock that stands where a question puts it. Not thread-safe:
 * there is one clock.
 */
final class Scenario {
  private final Authorizer authorizer;
  private Instant now = Instant.EPOCH;

  private Scenario(PolicySet policies) {
    this.authorizer =
        Engine.builder(policies)
            .clock(() -> now)
            .enforces("read_only", "no_download", "confine", "record")
            .build();
  }

  /**
   * The scenario of that id, with the resource {@code policies/b-1.zt} for {@code B-1}; empty when
   * there is no policy for it.
   */
  static Optional<Scenario> of(String id) {
    return policies(id).map(Scenario::new);
  }

  /** The policies of a scenario; empty when there are none. */
  static Optional<PolicySet> policies(String id) {
    String file = "policies/" + id.toLowerCase(Locale.ROOT) + ".zt";
    return text(file).map(text -> PolicyCompiler.compile(file, text).orThrow());
  }

  /** The decision about a question at its instant. */
  Decision decide(Question question) {
    now = question.now();
    return authorizer.check(question.request());
  }

  private static Optional<String> text(String file) {
    try (InputStream in = Scenario.class.getResourceAsStream("/" + file)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
