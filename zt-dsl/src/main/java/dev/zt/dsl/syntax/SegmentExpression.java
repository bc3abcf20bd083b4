package dev.zt.dsl.syntax;

import dev.zt.dsl.source.Span;
import java.util.List;

/** Which endpoints a segment holds. {@code and} binds tighter than {@code or}. */
public sealed interface SegmentExpression {
  /** The whole text. */
  Span span();

  /** {@code workload "spiffe://…"}. */
  record Workload(Text pattern, Span span) implements SegmentExpression {}

  /** {@code network "10.2.0.0/16"}. */
  record Network(Text range, Span span) implements SegmentExpression {}

  /** All of at least two. */
  record All(List<SegmentExpression> operands, Span span) implements SegmentExpression {
    public All {
      operands = List.copyOf(operands);
    }
  }

  /** Any of at least two. */
  record Any(List<SegmentExpression> operands, Span span) implements SegmentExpression {
    public Any {
      operands = List.copyOf(operands);
    }
  }
}
