package dev.zt.test.search;

import dev.zt.dsl.suite.Precedent;
import dev.zt.dsl.suite.Situation;
import dev.zt.dsl.suite.TestCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * All that a case stands on.
 *
 * @param asked what is asked and given
 * @param earlier what happens before it in the test that it is made from
 * @param steps what is to happen after that, and before the case
 */
public record Setting(Situation asked, List<Precedent> earlier, List<Step> steps) {
  public Setting {
    Objects.requireNonNull(asked, "asked");
    earlier = List.copyOf(earlier);
    steps = List.copyOf(steps);
  }

  /** A case as its test holds it. */
  public static Setting of(TestCase testCase) {
    return new Setting(testCase.asked(), testCase.before(), List.of());
  }

  /** A situation before which nothing happens. */
  public static Setting of(Situation asked) {
    return new Setting(asked, List.of(), List.of());
  }

  /** Everything that happens before, in order. */
  public List<Precedent> before() {
    List<Precedent> before = new ArrayList<>(earlier);
    steps.forEach(step -> before.add(step.before(asked)));
    return before;
  }

  /** The same with another thing asked. */
  public Setting asking(Situation other) {
    return new Setting(other, earlier, steps);
  }

  /** The same with a change made. */
  public Setting after(Change change) {
    if (change instanceof Change.Past past) {
      List<Step> more = new ArrayList<>(steps);
      more.addAll(past.steps());
      return new Setting(asked, earlier, more);
    }
    return asking(change.applyTo(asked));
  }

  /** The same with changes made, one after the other. */
  public Setting after(List<Change> changes) {
    Setting after = this;
    for (Change change : changes) {
      after = after.after(change);
    }
    return after;
  }
}
