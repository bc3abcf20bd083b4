package dev.zt.dsl.check.lint;

import com.google.common.hash.HashCode;
import dev.zt.policy.Affix;
import dev.zt.policy.CompareOp;
import dev.zt.policy.Containment;
import dev.zt.policy.Expr;
import dev.zt.policy.RiskTerm;
import dev.zt.policy.Schema;
import dev.zt.policy.Type;
import dev.zt.policy.value.Cidr;
import dev.zt.policy.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a condition that comes out true, or false, tells of the request. An unknown is neither. It
 * may tell less than it could, and never more.
 */
final class Demands {
  /** Longer lists and more scattered values are not followed. */
  static final int MOST_PIECES = 64;

  private static final Values TRUE = Values.comparing(CompareOp.EQ, 1L);
  private static final Values FALSE = Values.comparing(CompareOp.EQ, 0L);
  private static final Values NOT_NEGATIVE = Values.from(0, Long.MAX_VALUE);
  private static final Values SIGNS = Values.from(-1, 1);
  private static final Values TEXTS = Values.startingWith("");
  private static final Values TRUTHS = Values.from(0, 1);

  private final Schema schema;
  private final Kinds kinds;
  private final Meaning meaning;
  private final boolean withTypes;

  /**
   * A reader of what conditions tell.
   *
   * @param withTypes whether the types that subject and resource may have here hold wherever the
   *     condition stands
   */
  Demands(Schema schema, Kinds kinds, Meaning meaning, boolean withTypes) {
    this.schema = schema;
    this.kinds = kinds;
    this.meaning = meaning;
    this.withTypes = withTypes;
  }

  /** What it tells when the condition comes out as wanted. */
  List<Demand> of(Expr condition, boolean wanted) {
    if (condition instanceof Expr.Literal literal && literal.value() instanceof Value.Bool bool) {
      return bool.value() == wanted ? List.of() : never(null);
    }
    List<Demand> demands = new ArrayList<>(told(condition, wanted));
    demands.add(new Demand(new Key(Key.Aspect.TRUTH, meaning.of(condition)), truth(wanted)));
    return demands;
  }

  private List<Demand> told(Expr condition, boolean wanted) {
    if (condition instanceof Expr.Compare compare) {
      return compare(compare, wanted);
    }
    if (condition instanceof Expr.InSet in) {
      return inSet(in.element(), in.set(), wanted);
    }
    if (condition instanceof Expr.Contains contains) {
      return contains(contains, wanted);
    }
    if (condition instanceof Expr.RiskCompare risk) {
      return List.of(
          new Demand(
              new Key(Key.Aspect.SCORE, meaning.risk(risk)),
              wanted(Values.comparing(risk.op(), risk.threshold()), wanted)
                  .and(possibleScores(risk))));
    }
    if (condition instanceof Expr.InNetwork in) {
      return inNetwork(in, wanted);
    }
    if (condition instanceof Expr.InHierarchy in) {
      return inHierarchy(in, wanted);
    }
    if (condition instanceof Expr.IsType is) {
      return isType(is, wanted);
    }
    if (condition instanceof Expr.IsNone is) {
      return List.of(present(is.operand(), wanted ? Presence.NONE : Presence.SOME));
    }
    if (condition instanceof Expr.Known known) {
      return List.of(present(known.operand(), wanted ? Presence.KNOWN : Presence.UNKNOWN));
    }
    if (condition instanceof Expr.HasRole role && !wanted) {
      return role.grantedBy().size() > MOST_PIECES ? List.of() : lacksRoles(role.grantedBy());
    }
    return text(condition, wanted);
  }

  // ---- comparisons ----

  private List<Demand> compare(Expr.Compare compare, boolean wanted) {
    Value left = Constants.of(compare.left());
    Value right = Constants.of(compare.right());
    if (left != null && right != null) {
      return constants(compare, left, right, wanted);
    }
    if (right != null) {
      return compared(compare.left(), compare.op(), right, wanted);
    }
    return left != null
        ? compared(compare.right(), flipped(compare.op()), left, wanted)
        : compareTwo(compare, wanted);
  }

  private static List<Demand> constants(
      Expr.Compare compare, Value left, Value right, boolean wanted) {
    Comparable<?> a = Constants.place(left, compare.right().type());
    Comparable<?> b = Constants.place(right, compare.left().type());
    if (a == null || b == null) {
      boolean holds = left.equals(right) == (compare.op() == CompareOp.EQ);
      return holds == wanted ? List.of() : never(null);
    }
    Values both = Values.comparing(compare.op(), b).and(Values.comparing(CompareOp.EQ, a));
    return both.isEmpty() != wanted ? List.of() : never(null);
  }

  private List<Demand> compared(Expr operand, CompareOp op, Value constant, boolean wanted) {
    Comparable<?> place = Constants.place(constant, operand.type());
    List<Demand> demands = new ArrayList<>();
    demands.add(present(operand, Presence.SOME));
    if (place != null) {
      demands.add(value(operand, wanted(Values.comparing(op, place), wanted)));
    }
    if (constant instanceof Value.Ref ref && (op == CompareOp.EQ) == wanted) {
      demands.addAll(type(operand, Set.of(ref.type())));
    }
    return demands;
  }

  private List<Demand> compareTwo(Expr.Compare compare, boolean wanted) {
    HashCode left = meaning.of(compare.left());
    HashCode right = meaning.of(compare.right());
    if (left.equals(right)) {
      return compare.op().holds(0) == wanted ? List.of() : never("both sides are the same");
    }
    List<String> a = Kinds.ofOne(compare.left().type());
    List<String> b = Kinds.ofOne(compare.right().type());
    boolean equal = (compare.op() == CompareOp.EQ) == wanted;
    if (withTypes && equal && !a.isEmpty() && !b.isEmpty() && a.stream().noneMatch(b::contains)) {
      return never(Kinds.anyOf(a) + " is never " + Kinds.anyOf(b));
    }
    boolean inOrder = left.asLong() < right.asLong();
    Values signs =
        wanted(Values.comparing(inOrder ? compare.op() : flipped(compare.op()), 0L), wanted);
    Key key =
        new Key(
            Key.Aspect.ORDER,
            inOrder ? Meaning.ordered("pair", left, right) : Meaning.ordered("pair", right, left));
    return List.of(
        present(compare.left(), Presence.SOME),
        present(compare.right(), Presence.SOME),
        new Demand(key, signs.and(SIGNS)));
  }

  private static CompareOp flipped(CompareOp op) {
    return switch (op) {
      case EQ -> CompareOp.EQ;
      case NE -> CompareOp.NE;
      case LT -> CompareOp.GT;
      case LE -> CompareOp.GE;
      case GT -> CompareOp.LT;
      case GE -> CompareOp.LE;
    };
  }

  private static Values possibleScores(Expr.RiskCompare risk) {
    long least = 0;
    long most = 0;
    for (RiskTerm term : risk.terms()) {
      least += Math.max(-100, Math.min(0, term.weight()));
      most += Math.min(100, Math.max(0, term.weight()));
    }
    return Values.from(Math.max(0, least), Math.min(100, most));
  }

  // ---- membership ----

  private List<Demand> inSet(Expr element, Expr set, boolean wanted) {
    List<Value> values = Constants.elements(set);
    if (values != null && values.isEmpty()) {
      return wanted ? never("the list is empty") : List.of();
    }
    if (Constants.of(element) != null) {
      return List.of();
    }
    List<Demand> demands = new ArrayList<>();
    if (values != null || wanted) {
      demands.add(present(element, Presence.SOME));
    }
    if (values != null && values.size() <= MOST_PIECES) {
      List<Comparable<?>> places = new ArrayList<>();
      values.stream()
          .map(value -> Constants.place(value, element.type()))
          .filter(Objects::nonNull)
          .forEach(places::add);
      if (places.size() == values.size()) {
        demands.add(value(element, wanted(Values.oneOf(places), wanted)));
      }
    }
    return demands;
  }

  private List<Demand> contains(Expr.Contains contains, boolean wanted) {
    if (contains.kind() == Containment.ONE) {
      return inSet(contains.operand(), contains.set(), wanted);
    }
    List<Value> operand = Constants.elements(contains.operand());
    if (operand != null && operand.isEmpty()) {
      boolean holds = contains.kind() == Containment.ALL;
      return holds == wanted ? List.of() : never("the list is empty");
    }
    return List.of();
  }

  private List<Demand> inNetwork(Expr.InNetwork in, boolean wanted) {
    Value one = Constants.of(in.outer());
    List<Value> ranges = one instanceof Cidr ? List.of(one) : Constants.elements(in.outer());
    if (ranges == null || in.inner().type() != Type.Scalar.IP || ranges.size() > MOST_PIECES) {
      return List.of();
    }
    if (ranges.isEmpty()) {
      return wanted ? never("the list is empty") : List.of();
    }
    Values inside = Values.NONE;
    for (Value each : ranges) {
      if (!(each instanceof Cidr range)) {
        return List.of();
      }
      inside = inside.or(Values.between(range.network(), range.last()));
    }
    return List.of(present(in.inner(), Presence.SOME), value(in.inner(), wanted(inside, wanted)));
  }

  private List<Demand> inHierarchy(Expr.InHierarchy in, boolean wanted) {
    if (isEmptyList(in.container())) {
      return wanted ? never("the list is empty") : List.of();
    }
    List<String> members = Kinds.ofOne(in.member().type());
    List<String> containers = Kinds.of(in.container().type());
    boolean impossible =
        withTypes
            && !members.isEmpty()
            && !containers.isEmpty()
            && !kinds.canBeIn(members, containers);
    return impossible && wanted
        ? never(Kinds.anyOf(members) + " is never a member of " + Kinds.anyOf(containers))
        : List.of();
  }

  private static boolean isEmptyList(Expr expr) {
    List<Value> elements = Constants.elements(expr);
    return elements != null && elements.isEmpty();
  }

  private List<Demand> isType(Expr.IsType is, boolean wanted) {
    Values named = Values.oneOf(Set.of(is.entityType()));
    List<String> candidates = Kinds.ofOne(is.entity().type());
    Values allowed = wanted(named, wanted);
    if (withTypes && candidates.size() <= MOST_PIECES) {
      allowed = allowed.and(Values.oneOf(candidates));
    }
    return List.of(
        new Demand(
            new Key(Key.Aspect.TYPE, meaning.of(is.entity())),
            allowed,
            Findings.quoted(is.entity())
                + " is always of type "
                + Kinds.anyOf(candidates)
                + " here"));
  }

  private List<Demand> lacksRoles(Set<String> roles) {
    return roles.stream()
        .map(role -> new Demand(new Key(Key.Aspect.TRUTH, Meaning.of("role", role)), truth(false)))
        .toList();
  }

  // ---- text ----

  private List<Demand> text(Expr condition, boolean wanted) {
    if (condition instanceof Expr.HasAffix affix) {
      Value other = Constants.of(affix.other());
      boolean prefix = affix.affix() == Affix.PREFIX && other instanceof Value.Text;
      return prefix
          ? begins(affix.text(), ((Value.Text) Objects.requireNonNull(other)).value(), wanted)
          : List.of(present(affix.text(), Presence.SOME));
    }
    if (condition instanceof Expr.MatchesGlob glob) {
      PatternStart start = PatternStart.of(glob.pattern());
      if (start.whole()) {
        Values same = Values.comparing(CompareOp.EQ, start.text());
        return List.of(
            present(glob.text(), Presence.SOME), value(glob.text(), wanted(same, wanted)));
      }
      return wanted || start.anyRest()
          ? begins(glob.text(), start.text(), wanted)
          : List.of(present(glob.text(), Presence.SOME));
    }
    if (condition instanceof Expr.Condition || condition instanceof Expr.Named) {
      return List.of();
    }
    return List.of(present(condition, Presence.SOME), value(condition, truth(wanted)));
  }

  private List<Demand> begins(Expr text, String prefix, boolean wanted) {
    boolean splitsPair =
        !prefix.isEmpty() && Character.isHighSurrogate(prefix.charAt(prefix.length() - 1));
    if (splitsPair && !wanted) {
      return List.of();
    }
    return List.of(
        present(text, Presence.SOME), value(text, wanted(Values.startingWith(prefix), wanted)));
  }

  // ---- parts ----

  private static List<Demand> never(@Nullable String why) {
    return List.of(
        new Demand(new Key(Key.Aspect.TRUTH, Meaning.ordered("never")), Values.NONE, why));
  }

  private static Values wanted(Values whenTrue, boolean wanted) {
    return wanted ? whenTrue : whenTrue.not();
  }

  private static Values truth(boolean wanted) {
    return wanted ? TRUE : FALSE;
  }

  private Demand present(Expr operand, Values presence) {
    return new Demand(new Key(Key.Aspect.PRESENCE, meaning.of(operand)), presence);
  }

  private List<Demand> type(Expr entity, Set<String> types) {
    return Stream.of(new Demand(new Key(Key.Aspect.TYPE, meaning.of(entity)), Values.oneOf(types)))
        .toList();
  }

  private Demand value(Expr operand, Values allowed) {
    return new Demand(
        new Key(Key.Aspect.VALUE, meaning.of(operand)), allowed.and(possible(operand)));
  }

  /** The values that an expression can have at all. */
  private Values possible(Expr operand) {
    Expr bare = Constants.bare(operand);
    Type type = bare.type() instanceof Type.Optional optional ? optional.value() : bare.type();
    boolean age = bare instanceof Expr.Derived derived && derived.body() instanceof Expr.Age;
    if (bare instanceof Expr.Size
        || age
        || type == Type.Scalar.DISTANCE
        || type == Type.Scalar.SPEED) {
      return NOT_NEGATIVE;
    }
    if (type == Type.Scalar.STRING) {
      return TEXTS;
    }
    if (type == Type.Scalar.BOOL) {
      return TRUTHS;
    }
    if (type instanceof Type.Enumeration named) {
      Schema.Enumeration enumeration = schema.enumerations().get(named.name());
      return enumeration == null ? Values.ALL : Values.from(0, enumeration.constants().size() - 1L);
    }
    return Values.ALL;
  }
}
