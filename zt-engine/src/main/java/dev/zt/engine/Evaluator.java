package dev.zt.engine;

import dev.zt.engine.compile.CompiledEvaluator;
import dev.zt.engine.facts.Layout;
import dev.zt.policy.PolicySet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
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

  @Nullable CompiledEvaluator compiled(
      PolicySet policies, Predicate<String> enforced, Layout layout) {
    return switch (this) {
      case COMPILED -> generated(policies, enforced, layout);
      case REFERENCE -> null;
      case AUTO -> compiledWherePossible(policies, enforced, layout);
    };
  }

  private static CompiledEvaluator generated(
      PolicySet policies, Predicate<String> enforced, Layout layout) {
    if (System.getProperty(NATIVE_IMAGE) != null) {
      throw new UnsupportedOperationException("a native image defines no classes");
    }
    try {
      return CompiledEvaluator.of(policies, enforced, layout);
    } catch (LinkageError missing) {
      throw new UnsupportedOperationException("no code can be generated here", missing);
    }
  }

  private static @Nullable CompiledEvaluator compiledWherePossible(
      PolicySet policies, Predicate<String> enforced, Layout layout) {
    try {
      return generated(policies, enforced, layout);
    } catch (UnsupportedOperationException refused) {
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
}
