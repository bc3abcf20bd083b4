package dev.zt.engine.compile;

import dev.zt.PolicyVersion;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What rules that decide together say, remembered: the same ones decide again and again. Bounded,
 * and thread-safe.
 */
final class Combinations {
  private static final int MOST = 512;

  private final List<Provision> provisions;
  private final PolicyVersion policyVersion;
  private final AtomicReferenceArray<Combination> kept = new AtomicReferenceArray<>(MOST);

  Combinations(List<Provision> provisions, PolicyVersion policyVersion) {
    this.provisions = provisions;
    this.policyVersion = policyVersion;
  }

  /** That of the rules that were found from there on, which are one or more, in their order. */
  Combination of(Frame frame, int from) {
    int hash = 1;
    for (int at = from; at < frame.count(); at++) {
      hash = 31 * hash + frame.rule(at);
    }
    int place = (hash ^ hash >>> 9) & MOST - 1;
    Combination known = kept.getPlain(place);
    if (known != null && known.isOf(frame, from)) {
      return known;
    }
    int[] rules = new int[frame.count() - from];
    for (int at = 0; at < rules.length; at++) {
      rules[at] = frame.rule(from + at);
    }
    Combination made = of(rules);
    kept.setRelease(place, made);
    return made;
  }

  /** That of these rules, one or more, in order of number; not remembered. */
  Combination of(int... rules) {
    return new Combination(rules, provisions, policyVersion);
  }
}
