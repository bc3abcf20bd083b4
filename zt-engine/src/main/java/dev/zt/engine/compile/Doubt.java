package dev.zt.engine.compile;

import dev.zt.Unknown;
import dev.zt.UnknownCause;
import dev.zt.engine.facts.PairQuestion;
import dev.zt.engine.facts.Question;
import dev.zt.policy.Expr;
import dev.zt.policy.value.Absent;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A condition of which somebody wants to know what makes it unknown: the leaves in the order
 * written, none of them under a part that is known. A test that has a form here names its own leaf,
 * any other is left to the reference. Immutable.
 */
sealed interface Doubt {
  /** What it comes to; if that is unknown, the leaves that make it so are added. */
  int find(Frame frame, List<Unknown> leaves);

  /** All parts hold, or some part does. */
  record Connected(boolean every, List<Doubt> parts) implements Doubt {
    @Override
    public int find(Frame frame, List<Unknown> leaves) {
      int before = leaves.size();
      int decisive = every ? Frame.FALSE : Frame.TRUE;
      int truth = every ? Frame.TRUE : Frame.FALSE;
      for (Doubt part : parts) {
        int each = part.find(frame, leaves);
        if (each == decisive) {
          forget(leaves, before);
          return decisive;
        }
        truth = each == Frame.UNKNOWN ? Frame.UNKNOWN : truth;
      }
      return truth;
    }
  }

  /** A part does not hold. */
  record Negated(Doubt part) implements Doubt {
    @Override
    public int find(Frame frame, List<Unknown> leaves) {
      return Tests.not(part.find(frame, leaves));
    }
  }

  /** A risk score is compared; each term that is unknown widens it. */
  record Scored(List<Term> terms, int signs, long threshold) implements Doubt {
    /** What is added when a condition holds. */
    record Term(long weight, Doubt condition) {}

    @Override
    public int find(Frame frame, List<Unknown> leaves) {
      int before = leaves.size();
      long least = 0;
      long most = 0;
      for (Term term : terms) {
        int truth = term.condition.find(frame, leaves);
        if (truth != Frame.FALSE) {
          least += truth == Frame.TRUE || term.weight < 0 ? term.weight : 0;
          most += truth == Frame.TRUE || term.weight > 0 ? term.weight : 0;
        }
      }
      int truth = Tests.score(least, most, signs, threshold);
      if (truth != Frame.UNKNOWN) {
        forget(leaves, before);
      }
      return truth;
    }
  }

  /**
   * A test of what a path reads.
   *
   * @param name how the policy writes the path
   */
  record OfPath(Path path, Question question, Expr test, String name) implements Doubt {
    @Override
    public int find(Frame frame, List<Unknown> leaves) {
      Reading reading = path.read(frame);
      int truth = question.answer(reading);
      if (truth == Frame.UNKNOWN) {
        Absent absent =
            reading == null && path.isOfRequestAlone() ? Absent.MISSING : absence(reading);
        if (absent == null) {
          frame.judge(test, leaves);
        } else {
          leaves.add(new Unknown(name, absent.cause(), absent.detail()));
        }
      }
      return truth;
    }
  }

  /** A test of a field of a signal that goes stale. */
  record OfFreshSignal(FreshSignal signal, int slot, Question question, String name)
      implements Doubt {
    @Override
    public int find(Frame frame, List<Unknown> leaves) {
      Reading reading = frame.signal(signal, slot);
      int truth = question.answer(reading);
      if (truth == Frame.UNKNOWN) {
        Absent found = absence(reading);
        Absent absent =
            found == null
                ? Absent.MISSING
                : found.cause() == UnknownCause.STALE ? frame.stale(signal) : found;
        leaves.add(new Unknown(name, absent.cause(), absent.detail()));
      }
      return truth;
    }
  }

  /** A test of what two paths read. */
  record OfPair(Path left, Path right, PairQuestion question, Expr test) implements Doubt {
    @Override
    public int find(Frame frame, List<Unknown> leaves) {
      int truth = question.answer(left.read(frame), right.read(frame));
      return truth == Frame.UNKNOWN ? frame.judge(test, leaves) : truth;
    }
  }

  /** Whether the subject has one of some roles, or is in one of some groups. */
  record OfNames(boolean roles, Set<String> names, Expr test) implements Doubt {
    @Override
    public int find(Frame frame, List<Unknown> leaves) {
      Reading reading = roles ? frame.roles() : frame.groups();
      if (!(reading instanceof Value.SetOf given)) {
        return frame.judge(test, leaves);
      }
      for (Value each : given.elements()) {
        if (names.contains(((Value.Text) each).value())) {
          return Frame.TRUE;
        }
      }
      return Frame.FALSE;
    }
  }

  /**
   * A test of the age of something.
   *
   * @param since whether it is known since when
   */
  record OfAge(Doubt since, Expr test) implements Doubt {
    @Override
    public int find(Frame frame, List<Unknown> leaves) {
      return since.find(frame, leaves) == Frame.UNKNOWN ? Frame.UNKNOWN : frame.judge(test, leaves);
    }
  }

  /** Any other test. */
  record Other(Expr test) implements Doubt {
    @Override
    public int find(Frame frame, List<Unknown> leaves) {
      return frame.judge(test, leaves);
    }
  }

  /** What a reading is that no test can use, where it says so itself. */
  private static @Nullable Absent absence(@Nullable Reading reading) {
    return reading == Value.NONE
        ? new Absent(UnknownCause.MISSING, "none")
        : reading instanceof Absent absent ? absent : null;
  }

  private static void forget(List<Unknown> leaves, int before) {
    leaves.subList(before, leaves.size()).clear();
  }
}
