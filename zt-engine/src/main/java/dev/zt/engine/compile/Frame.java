package dev.zt.engine.compile;

import dev.zt.Unknown;
import dev.zt.engine.facts.BoundRequest;
import dev.zt.engine.facts.Surroundings;
import dev.zt.engine.reference.ReferenceEvaluator;
import dev.zt.engine.reference.Trace;
import dev.zt.policy.Expr;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What generated code works on: one request, one instant, and what the rules came to so far. Reused
 * from decision to decision; for one thread.
 */
final class Frame extends Slots {
  static final int FALSE = 0;
  static final int TRUE = 1;
  static final int UNKNOWN = 2;

  private @Nullable ReferenceEvaluator reference;
  private @Nullable Trace trace;

  /** Rules of the current decision that came out true or unknown: the number twice, plus 1. */
  private int[] found = new int[16];

  private int count;
  private final Hits hits = new Hits();
  private long lastTrue;
  private long lastUnknown;
  private long firstOfAll;
  private long firstFalse;

  /** By shared condition: four times the decision's serial number, plus what it came to. */
  private int[] memory = new int[0];

  private long[] memoryUntil = new long[0];

  // ---- one decision ----

  void begin(
      BoundRequest request,
      Surroundings surroundings,
      long instant,
      ReferenceEvaluator judge,
      int shared) {
    begin(request, surroundings, instant);
    reference = judge;
    if (memory.length < shared) {
      memory = new int[shared];
      memoryUntil = new long[shared];
    }
    if (++serial == Integer.MAX_VALUE / 4) {
      Arrays.fill(memory, 0);
      forgetFreshness();
      serial = 1;
    }
    hits.restore(0);
    count = 0;
  }

  @Override
  void end() {
    super.end();
    reference = null;
    trace = null;
  }

  /** What indexes found for the request. */
  Hits hits() {
    return hits;
  }

  private Trace trace() {
    Trace current = trace;
    if (current == null) {
      current = Objects.requireNonNull(reference, "no decision is under way").trace(facts(), now);
      trace = current;
    }
    return current;
  }

  // ---- one step ----

  /** Starts to collect what the rules of a step come to. */
  void beginStep() {
    lastTrue = Long.MIN_VALUE;
    lastUnknown = Long.MIN_VALUE;
    firstOfAll = EVER;
    firstFalse = EVER;
  }

  /** How many rules were found true or unknown, in all steps. */
  int count() {
    return count;
  }

  /** Drops what was found after the first so many. */
  void restore(int earlier) {
    count = earlier;
  }

  /** Whether some rule of those found is true. */
  boolean anyTrue() {
    for (int at = 0; at < count; at++) {
      if (!isUnknown(at)) {
        return true;
      }
    }
    return false;
  }

  /** Drops what was found unknown. */
  void dropUnknown() {
    int kept = 0;
    for (int at = 0; at < count; at++) {
      if (!isUnknown(at)) {
        found[kept++] = found[at];
      }
    }
    count = kept;
  }

  int rule(int at) {
    return found[at] >> 1;
  }

  boolean isUnknown(int at) {
    return (found[at] & 1) != 0;
  }

  /** Until when the last of the step's true rules can be true. */
  long lastTrue() {
    return lastTrue;
  }

  /** Until when the last of the step's true or unknown rules can be so. */
  long lastTrueOrUnknown() {
    return Math.max(lastTrue, lastUnknown);
  }

  /** When the first of the step's rules can change. */
  long firstOfAll() {
    return firstOfAll;
  }

  /** When the first of the step's false rules can change. */
  long firstFalse() {
    return firstFalse;
  }

  // ---- called by generated code ----

  /** A rule is true for ever. */
  void foundTrue(int rule) {
    lastTrue = EVER;
    add(rule << 1);
  }

  /** A rule is true. */
  void foundTrue(int rule, long end) {
    lastTrue = Math.max(lastTrue, end);
    firstOfAll = Math.min(firstOfAll, end);
    add(rule << 1);
  }

  /** A rule is unknown for ever. */
  void foundUnknown(int rule) {
    lastUnknown = EVER;
    add(rule << 1 | 1);
  }

  /** A rule is unknown. */
  void foundUnknown(int rule, long end) {
    lastUnknown = Math.max(lastUnknown, end);
    firstOfAll = Math.min(firstOfAll, end);
    add(rule << 1 | 1);
  }

  /** A rule is false; one that is so for ever need not be reported. */
  void foundFalse(long end) {
    firstOfAll = Math.min(firstOfAll, end);
    firstFalse = Math.min(firstFalse, end);
  }

  /** Judges rules that are unknown where they would be true. */
  void runDoubtful(Block rules) {
    int from = count;
    long before = lastTrue;
    lastTrue = Long.MIN_VALUE;
    rules.run(this);
    lastUnknown = Math.max(lastUnknown, lastTrue);
    lastTrue = before;
    for (int at = from; at < count; at++) {
      found[at] |= 1;
    }
  }

  private void add(int result) {
    if (count == found.length) {
      found = Arrays.copyOf(found, 2 * count);
    }
    // In order of rule: the rules of a step mostly come in it already.
    found[count++] = result;
  }

  /** Puts what was found from there on in the order of rules. */
  void sort(int from) {
    for (int at = from + 1; at < count; at++) {
      if (found[at - 1] > found[at]) {
        Arrays.sort(found, from, count);
        return;
      }
    }
  }

  /** What a shared condition came to, or a negative number when nobody asked yet. */
  int recall(int shared) {
    int kept = memory[shared];
    return kept >> 2 == serial ? kept & 3 : -1;
  }

  /** As {@link #recall}, of a timed one. */
  int recallTimed(int shared) {
    int truth = recall(shared);
    if (truth >= 0) {
      until = memoryUntil[shared];
    }
    return truth;
  }

  /** Keeps what a shared condition came to. */
  int keep(int truth, int shared) {
    memory[shared] = serial << 2 | truth;
    return truth;
  }

  /** As {@link #keep}, of a timed one. */
  int keepTimed(int truth, int shared) {
    memoryUntil[shared] = until;
    return keep(truth, shared);
  }

  /** What a condition comes to by the reference. */
  int judge(Expr condition) {
    Trace.Judgement judgement = trace().judge(condition);
    until = judgement.until();
    return truth(judgement);
  }

  /** What a condition comes to by the reference, and what makes it unknown. */
  int judge(Expr condition, List<Unknown> leaves) {
    Trace.Judgement judgement = trace().judge(condition);
    leaves.addAll(judgement.unknowns());
    return truth(judgement);
  }

  private static int truth(Trace.Judgement judgement) {
    return switch (judgement.truth()) {
      case FALSE -> FALSE;
      case TRUE -> TRUE;
      case UNKNOWN -> UNKNOWN;
    };
  }
}
