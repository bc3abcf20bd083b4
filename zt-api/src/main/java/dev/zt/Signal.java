package dev.zt;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One observation of a device, an identity, a location or whatever else policies declare as a
 * signal.
 *
 * <p>Where a policy says how fresh a signal must be, one without {@link #asOf} counts as stale.
 * Fields take the same values as those of an {@link Entity}.
 *
 * <p>Immutable and thread-safe. Make one once and reuse it.
 */
public final class Signal extends Attributed {
  private final String name;
  private final @Nullable String failure;

  /** What is checked is checked before, so that the JIT sees a plain new object. */
  private Signal(
      String name,
      Map<String, @Nullable Object> named,
      @Nullable Record source,
      @Nullable String failure) {
    super(named, source);
    this.name = name;
    this.failure = failure;
  }

  /** An observation of the named signal in which nothing is known yet. */
  public static Signal of(String name) {
    Objects.requireNonNull(name, "name");
    return new Signal(name, Collections.emptyMap(), null, null);
  }

  /** An observation with fields by name. */
  public static Signal of(String name, Map<String, ? extends @Nullable Object> fields) {
    Objects.requireNonNull(name, "name");
    return new Signal(name, copy(fields), null, null);
  }

  /**
   * An observation read from an application's record: a component {@code diskEncrypted} is the
   * field {@code disk_encrypted}. Components may be read more than once, so their accessors must
   * answer the same each time.
   */
  public static Signal of(String name, Record fields) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(fields, "fields");
    return new Signal(name, Collections.emptyMap(), fields, null);
  }

  /**
   * A signal whose source failed: all its fields are unknown with the cause {@link
   * UnknownCause#FAILED}.
   *
   * @param detail what went wrong, for the person who reads the decision
   */
  public static Signal failed(String name, String detail) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(detail, "detail");
    return new Signal(name, Collections.emptyMap(), null, detail);
  }

  /** This observation with one more field; an earlier value of that name is replaced. */
  public Signal with(String field, @Nullable Object value) {
    return new Signal(name, with(named(), field, value), source(), failure);
  }

  /** This observation with the instant at which it was made. */
  public Signal asOf(Instant instant) {
    return with("as_of", Objects.requireNonNull(instant, "instant"));
  }

  /** This observation with the name of whoever made it. */
  public Signal source(String source) {
    return with("source", Objects.requireNonNull(source, "source"));
  }

  /** The signal's name. */
  public String name() {
    return name;
  }

  /**
   * The fields given by name, {@code as_of} and {@code source} among them; not those of a record.
   */
  public Map<String, @Nullable Object> fields() {
    return named();
  }

  /** The record that the other fields are read from, or null. */
  public @Nullable Record record() {
    return source();
  }

  /** Why the source failed, or null when it did not. */
  public @Nullable String failure() {
    return failure;
  }

  /** The name and the given fields. */
  @Override
  public String toString() {
    return failure == null ? name + " " + attributes() : name + " failed: " + failure;
  }
}
