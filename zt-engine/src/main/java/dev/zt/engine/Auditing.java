package dev.zt.engine;

import dev.zt.AuditSink;
import dev.zt.engine.facts.AttributePath;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What an engine records, where, and what happens when it cannot. Immutable.
 *
 * <p>Rules and elevations with the annotation {@code @audit("required")} give access only where it
 * is recorded, whatever is said here of the others.
 */
public final class Auditing {
  private final AuditSink sink;
  private final Overload overload;
  private final List<AttributePath> attributes;
  private final int oneOf;

  private Auditing(AuditSink sink, Overload overload, List<AttributePath> attributes, int oneOf) {
    this.sink = Objects.requireNonNull(sink, "sink");
    this.overload = Objects.requireNonNull(overload, "overload");
    this.attributes = attributes;
    this.oneOf = oneOf;
  }

  /**
   * Records everything, without attributes.
   *
   * @param sink where to; whoever made it closes it, after the engine
   * @param overload what happens when the sink does not take a record
   */
  public static Auditing to(AuditSink sink, Overload overload) {
    return new Auditing(sink, overload, List.of(), 1);
  }

  /**
   * The same with the values of these attributes, where requests carry them or the engine supplies
   * them: {@code location.ip}, {@code subject.department}. What an entity store knows is not looked
   * up for it.
   *
   * @throws IllegalArgumentException when one of them is not an owner and a field
   */
  public Auditing with(String... paths) {
    List<AttributePath> all =
        Stream.concat(attributes.stream(), Arrays.stream(paths).map(AttributePath::of))
            .distinct()
            .toList();
    return new Auditing(sink, overload, all, oneOf);
  }

  /**
   * The same with one of so many permits, chosen at random; the others are counted. Every other
   * outcome is recorded always, as is a permit that must be.
   *
   * @param permits 1 or more
   */
  public Auditing sampleOneOf(int permits) {
    if (permits < 1) {
      throw new IllegalArgumentException("one of at least one");
    }
    return new Auditing(sink, overload, attributes, permits);
  }

  AuditSink sink() {
    return sink;
  }

  Overload overload() {
    return overload;
  }

  List<AttributePath> attributes() {
    return attributes;
  }

  int oneOf() {
    return oneOf;
  }
}
