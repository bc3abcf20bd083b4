package dev.zt.test.mutation;

import dev.zt.policy.PolicySet;
import dev.zt.policy.SourceSpan;
import java.util.List;
import java.util.stream.Stream;

/** A policy set with one small change. Immutable. */
public final class Mutant {
  private final MutationKind kind;
  private final SourceSpan span;
  private final List<Edit> edits;
  private final Variant variant;

  Mutant(MutationKind kind, SourceSpan span, List<Edit> edits, Variant variant) {
    this.kind = kind;
    this.span = span;
    this.edits = List.copyOf(edits);
    this.variant = variant;
  }

  /** What kind of change it is. */
  public MutationKind kind() {
    return kind;
  }

  /** What is changed. */
  public SourceSpan span() {
    return span;
  }

  /** The ids of the rules and elevations that are changed, sorted; none for a declaration. */
  public List<String> rules() {
    return Stream.concat(variant.rules().keySet().stream(), variant.elevations().keySet().stream())
        .sorted()
        .toList();
  }

  /** The lines before and after. */
  public SourceDiff diff() {
    String text = edits.get(0).source().text();
    return SourceDiff.between(span.file(), text, Edit.apply(text, edits));
  }

  /** The whole file with the change made. */
  public String text() {
    return Edit.apply(edits.get(0).source().text(), edits);
  }

  /** The whole set with the change made. */
  public PolicySet applyTo(PolicySet policies) {
    return variant.applyTo(policies);
  }

  Variant variant() {
    return variant;
  }

  /** {@code payroll.zt:24: move a threshold}. */
  @Override
  public String toString() {
    return span.file() + ":" + span.line() + ": " + kind;
  }
}
