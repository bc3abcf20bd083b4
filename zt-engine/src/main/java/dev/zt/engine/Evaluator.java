package dev.zt.engine;

import dev.zt.engine.compile.CompiledEvaluator;
import dev.zt.engine.compile.Draft;
import dev.zt.engine.facts.Layout;
import dev.zt.policy.PolicySet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What decides requests. All decide the same; they differ in how fast they are. */
public enum Evaluator {
  /**
   * {@link #COMPILED} where that is possible, else {@link #REFERENCE}, which is then logged once.
   */
  AUTO,
  /**
   * Code that is generated for the policy set. Where classes cannot be defined, as in a native
   * image, or the library that writes them is missing, building and reloading an engine throw
   * {@link UnsupportedOperationException}.
   */
  COMPILED,
  /** The specification itself: slow, and nothing is generated. */
  REFERENCE;

  /** A property that is there in a native image alone. */
  private static final String NATIVE_IMAGE = "org.graalvm.nativeimage.imagecode";

  private static final AtomicBoolean SAID = new AtomicBoolean();

  /** What a policy set is compiled from; null where nothing is compiled. */
  @Nullable Draft draft(PolicySet policies, Predicate<String> enforced) {
    return this == REFERENCE ? null : wherePossible(() -> Draft.of(policies, enforced));
  }

  /** The compiled form; null where there is none. */
  @Nullable CompiledEvaluator compiled(@Nullable Draft draft, Layout layout) {
    return draft == null ? null : wherePossible(() -> draft.compile(layout));
  }

  private <T> @Nullable T wherePossible(Supplier<T> made) {
    try {
      return generated(made);
    } catch (UnsupportedOperationException refused) {
      if (this == COMPILED) {
        throw refused;
      }
      if (SAID.compareAndSet(false, true)) {
        System.getLogger(Evaluator.class.getName())
            .log(
                System.Logger.Level.WARNING,
                "policies are evaluated by the reference evaluator, which is slower",
                refused);
      }
      return null;
    }
  }

  private static <T> T generated(Supplier<T> made) {
    if (System.getProperty(NATIVE_IMAGE) != null) {
      throw new UnsupportedOperationException("a native image defines no classes");
    }
    try {
      return made.get();
    } catch (LinkageError missing) {
      throw new UnsupportedOperationException("no code can be generated here", missing);
    }
  }
}
