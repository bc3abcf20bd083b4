package dev.zt.engine.compile;

import dev.zt.engine.facts.BoundRequest;
import dev.zt.engine.facts.Question;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import org.jspecify.annotations.Nullable;

/** A test of what a path reads; time does not change it. */
sealed interface PathTest {
  /** What it comes to. */
  int truth(Frame frame);

  /** What it comes to by the request itself; unknown where that does not say it. */
  int truth(BoundRequest request);

  /** A condition as one of that kind, or null. */
  static @Nullable PathTest of(Formula condition, Paths paths) {
    PathTest within = Within.of(condition, paths);
    return within == null ? Asked.of(condition, paths) : within;
  }

  /** That a number lies between two, which are in it. */
  record Within(Path path, long from, long to) implements PathTest {
    private static @Nullable PathTest of(Formula condition, Paths paths) {
      Interval.Of demanded = Interval.demandedBy(condition, paths);
      if (demanded == null) {
        return null;
      }
      Interval.End low = demanded.interval().from();
      Interval.End high = demanded.interval().to();
      if ((low != null && !isUsable(low, Long.MAX_VALUE))
          || (high != null && !isUsable(high, Long.MIN_VALUE))) {
        return null;
      }
      return new Within(
          demanded.path(),
          low == null ? Long.MIN_VALUE : Ends.number(low.at()) + (low.included() ? 0 : 1),
          high == null ? Long.MAX_VALUE : Ends.number(high.at()) - (high.included() ? 0 : 1));
    }

    private static boolean isUsable(Interval.End end, long extreme) {
      return Ends.isNumber(end.at()) && (end.included() || Ends.number(end.at()) != extreme);
    }

    @Override
    public int truth(Frame frame) {
      return truth(path.value(frame));
    }

    @Override
    public int truth(BoundRequest request) {
      return truth(path.given(request));
    }

    private int truth(@Nullable Value value) {
      if (value == null) {
        return Frame.UNKNOWN;
      }
      long number = Ends.number(value);
      return from <= number && number <= to ? Frame.TRUE : Frame.FALSE;
    }
  }

  /** Any other test, or its negation. */
  record Asked(Path path, Question question, boolean positive) implements PathTest {
    private static @Nullable PathTest of(Formula condition, Paths paths) {
      if (!(condition instanceof Formula.Test test) || test.timed()) {
        return null;
      }
      SingleTest single = SingleTest.of(test.expr());
      if (single == null) {
        return null;
      }
      Path path = paths.of(single.operand());
      return path == null ? null : new Asked(path, single.question(), test.positive());
    }

    @Override
    public int truth(Frame frame) {
      return truth(path.read(frame));
    }

    @Override
    public int truth(BoundRequest request) {
      Reading given = path.read(request);
      return given == null ? Frame.UNKNOWN : truth(given);
    }

    private int truth(@Nullable Reading reading) {
      int truth = question.answer(reading);
      return positive ? truth : Tests.not(truth);
    }
  }
}
