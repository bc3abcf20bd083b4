package dev.zt.engine.compile;

import dev.zt.Decision;
import dev.zt.engine.facts.BoundRequest;
import dev.zt.engine.facts.Surroundings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way of the common request to its decision: generated code that works on what the request
 * itself says, keeps everything in local variables and allocates nothing but the decision. It
 * leaves the way, and nothing is decided, where something is unknown that matters or lies with a
 * store. Thread-safe.
 *
 * <p>The generated code knows the rules by bits, in order of their numbers.
 */
final class Shortcut {
  /** As many rules as there are bits. */
  static final int MOST_RULES = Long.SIZE;

  private final Code code;
  private final int number;
  private final List<Provision> rules;
  private final Block[] indexes;
  private final Ruling ruling;

  /** What rules say together, by their bits. */
  private final Memo<Combination> combinations = new Memo<>(this::combined);

  /**
   * A shortcut.
   *
   * @param number which one of the generated class
   * @param rules by bit
   * @param indexes those that the generated code looks into, by number
   */
  Shortcut(Code code, int number, List<Provision> rules, Block[] indexes, Ruling ruling) {
    this.code = code;
    this.number = number;
    this.rules = rules;
    this.indexes = indexes;
    this.ruling = ruling;
  }

  /** Decides a request, or answers null where that takes the long way. */
  @Nullable Decision decide(BoundRequest request, Surroundings surroundings, long now) {
    return code.decide(number, this, request, surroundings, now);
  }

  // ---- called by generated code ----

  /** The one rule that an index holds for the request; else as {@link Block#sole} says. */
  int sole(int index, BoundRequest request, Surroundings surroundings) {
    return indexes[index].sole(request, surroundings);
  }

  /** Denied because nothing gives access. */
  Decision notPermitted(long until) {
    return ruling.notPermitted(until);
  }

  /** Denied by what is forbidden or required. */
  Decision deny(long found, long until) {
    Combination said = of(found);
    return until == Frame.EVER
        ? said.always()
        : new Decision.Deny(said.grounds(), until, said.cause(), said.message());
  }

  /** Refused until the subject does something. */
  Decision challenge(long found, long until) {
    Combination said = of(found);
    return until == Frame.EVER
        ? said.always()
        : new Decision.Challenge(said.grounds(), until, said.challenges());
  }

  /** Given under obligations. */
  Decision restrict(long found, long until) {
    Combination said = of(found);
    return until == Frame.EVER
        ? said.always()
        : new Decision.Restrict(said.grounds(), until, said.obligations());
  }

  /** Given. */
  Decision permit(long found, long until) {
    Combination said = of(found);
    return until == Frame.EVER ? said.always() : new Decision.Permit(said.grounds(), until);
  }

  /** Given by the one rule that an index holds. */
  Decision permitBy(int rule, long until) {
    return ruling.permit(rule, until);
  }

  private Combination of(long found) {
    return combinations.get(found);
  }

  private Combination combined(long found) {
    int[] numbers = new int[Long.bitCount(found)];
    long left = found;
    for (int at = 0; at < numbers.length; at++) {
      numbers[at] = rules.get(Long.numberOfTrailingZeros(left)).number();
      left &= left - 1;
    }
    return ruling.combinations().of(numbers);
  }
}
