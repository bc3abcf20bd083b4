package dev.zt.engine.compile;

import dev.zt.Unknown;
import dev.zt.engine.facts.Question;
import dev.zt.policy.Effect;
import dev.zt.policy.Expr;
import dev.zt.policy.ExprText;
import dev.zt.policy.Rule;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What makes rules unknown, rule by rule: how one is asked is found out when that is first needed,
 * and kept. Thread-safe.
 */
final class Doubts {
  private final Vocabulary vocabulary;
  private final Paths paths;
  private final List<Provision> provisions;
  private final AtomicReferenceArray<@Nullable List<Doubt>> known;

  /**
   * Those of some rules.
   *
   * @param provisions the rules by number
   */
  Doubts(List<Provision> provisions, Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.paths = new Paths(vocabulary);
    this.provisions = provisions;
    this.known = new AtomicReferenceArray<>(provisions.size());
  }

  /** The leaves of the rules that were found unknown from there on, each once. */
  List<Unknown> of(Frame frame, int from) {
    Set<Unknown> all = new LinkedHashSet<>();
    List<Unknown> leaves = new ArrayList<>();
    for (int at = from; at < frame.count(); at++) {
      if (frame.isUnknown(at)) {
        for (Doubt doubt : of(frame.rule(at))) {
          doubt.find(frame, leaves);
        }
        all.addAll(leaves);
        leaves.clear();
      }
    }
    return List.copyOf(all);
  }

  private List<Doubt> of(int number) {
    List<Doubt> kept = known.getAcquire(number);
    if (kept == null) {
      kept = of(provisions.get(number).rule());
      known.setRelease(number, kept);
    }
    return kept;
  }

  /** Whether it applies, and whether what it insists on is met: each may be known by itself. */
  private List<Doubt> of(Rule rule) {
    List<Doubt> applies = new ArrayList<>();
    addAny(rule.scope().subjects(), applies);
    addAny(rule.scope().resources(), applies);
    if (rule.when() != null) {
      applies.add(of(rule.when()));
    }
    if (rule.unless() != null) {
      applies.add(new Doubt.Negated(of(rule.unless())));
    }
    Expr required = rule.effect() == Effect.REQUIRE ? rule.requirement() : null;
    return required == null
        ? List.of(connected(true, applies))
        : List.of(connected(true, applies), of(required));
  }

  private void addAny(List<Expr> alternatives, List<Doubt> into) {
    if (!alternatives.isEmpty()) {
      into.add(connected(false, alternatives.stream().map(this::of).toList()));
    }
  }

  private static Doubt connected(boolean every, List<Doubt> parts) {
    return parts.size() == 1 ? parts.get(0) : new Doubt.Connected(every, List.copyOf(parts));
  }

  private Doubt of(Expr condition) {
    if (condition instanceof Expr.And and) {
      return connected(true, and.operands().stream().map(this::of).toList());
    }
    if (condition instanceof Expr.Or or) {
      return connected(false, or.operands().stream().map(this::of).toList());
    }
    if (condition instanceof Expr.Not not) {
      return new Doubt.Negated(of(not.operand()));
    }
    if (condition instanceof Expr.Named named) {
      return of(named.body());
    }
    if (condition instanceof Expr.RiskCompare risk) {
      return new Doubt.Scored(
          risk.terms().stream()
              .map(term -> new Doubt.Scored.Term(term.weight(), of(term.condition())))
              .toList(),
          Tests.signs(risk.op()),
          risk.threshold());
    }
    if (condition instanceof Expr.HasRole role) {
      return new Doubt.OfNames(true, role.grantedBy(), role);
    }
    if (condition instanceof Expr.HasGroup group) {
      return new Doubt.OfNames(false, Set.of(group.group()), group);
    }
    Doubt read = ofRead(condition);
    return read == null ? new Doubt.Other(condition) : read;
  }

  /** A test of what is read; null for any other. */
  private @Nullable Doubt ofRead(Expr test) {
    SingleTest single = SingleTest.of(test);
    if (single != null) {
      return ofField(single.operand(), single.question(), single.operand(), test);
    }
    Moving moving = Moving.of(test);
    if (moving != null) {
      return ofAge(moving, test);
    }
    PairTest pair = vocabulary.freshIn(test).isEmpty() ? PairTest.of(test) : null;
    Path left = pair == null ? null : paths.of(pair.left());
    Path right = pair == null ? null : paths.of(pair.right());
    return pair == null || left == null || right == null
        ? null
        : new Doubt.OfPair(left, right, pair.question(), test);
  }

  /** A comparison of an age with a constant; an age that is derived is called by its own name. */
  private @Nullable Doubt ofAge(Moving moving, Expr test) {
    Expr time = moving.time();
    if (time == null
        || moving.kind() != Moving.Kind.AGE
        || ValueWriter.constant(moving.still()) == null
        || !(test instanceof Expr.Compare compare)) {
      return null;
    }
    boolean constantLast = ValueWriter.constant(compare.right()) != null;
    Expr age = constantLast ? compare.left() : compare.right();
    while (age instanceof Expr.Named named) {
      age = named.body();
    }
    Doubt since = ofField(time, Doubts::isTime, age instanceof Expr.Derived ? age : time, test);
    return since == null ? null : new Doubt.OfAge(since, test);
  }

  private static int isTime(@Nullable Reading reading) {
    return reading instanceof Value.Time ? Question.YES : Question.UNKNOWN;
  }

  /**
   * A test of a field; null where what is read is none.
   *
   * @param called what is unknown where the field is
   */
  private @Nullable Doubt ofField(Expr read, Question question, Expr called, Expr test) {
    String name = ExprText.resolved(called);
    Expr operand = DirectWriter.bare(read);
    if (operand instanceof Expr.SignalField field) {
      FreshSignal signal = vocabulary.fresh(field.signal());
      if (signal != null) {
        int slot = vocabulary.layout().signalSlot(signal.number(), field.field());
        return new Doubt.OfFreshSignal(signal, slot, question, name);
      }
    }
    Path path = vocabulary.freshIn(operand).isEmpty() ? paths.of(operand) : null;
    return path == null ? null : new Doubt.OfPath(path, question, test, name);
  }
}
