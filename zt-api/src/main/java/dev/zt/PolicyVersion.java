package dev.zt;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The content hash of a policy set: SHA-256 in lower-case hexadecimal. It is worked out when it is
 * first asked for, so that a start which nobody asks does not wait for it. Thread-safe.
 */
public final class PolicyVersion {
  /** What works it out; null once it is known. */
  private volatile @Nullable Supplier<String> source;

  private volatile String text;

  private PolicyVersion(@Nullable Supplier<String> source, String text) {
    this.source = source;
    this.text = text;
  }

  /** One that is known. */
  public static PolicyVersion of(String text) {
    return new PolicyVersion(null, Objects.requireNonNull(text, "text"));
  }

  /** One that is worked out when it is asked for; threads that ask at once may all do it. */
  public static PolicyVersion of(Supplier<String> source) {
    return new PolicyVersion(Objects.requireNonNull(source, "source"), "");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof PolicyVersion that && toString().equals(that.toString()));
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** The hash. */
  @Override
  public String toString() {
    Supplier<String> unasked = source;
    if (unasked != null) {
      text = unasked.get();
      source = null;
    }
    return text;
  }
}
