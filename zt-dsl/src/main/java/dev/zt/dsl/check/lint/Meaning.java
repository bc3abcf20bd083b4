package dev.zt.dsl.check.lint;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.zt.policy.CompareOp;
import dev.zt.policy.Containment;
import dev.zt.policy.Expr;
import dev.zt.policy.ExprVisitor;
import dev.zt.policy.RiskTerm;
import dev.zt.policy.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * A fingerprint of what an expression means: equal for two that say the same in the same words, in
 * whatever order operands stand that may be swapped, and whether they use a let or write it out.
 * Different meanings have different fingerprints as surely as a 128-bit hash can tell them apart.
 */
final class Meaning implements ExprVisitor<HashCode> {
  private static final Comparator<HashCode> ORDER = Comparator.comparingLong(HashCode::asLong);

  private final IdentityHashMap<Expr, HashCode> behindNames = new IdentityHashMap<>();
  private final IdentityHashMap<Expr, HashCode> ofOneRule = new IdentityHashMap<>();

  HashCode of(Expr expr) {
    HashCode known = ofOneRule.get(expr);
    if (known == null) {
      known = expr.accept(this);
      ofOneRule.put(expr, known);
    }
    return known;
  }

  /** Forgets the expressions of a rule that has been judged, but not what stands behind names. */
  void forgetRule() {
    ofOneRule.clear();
  }

  /** A fingerprint of several in any order. */
  HashCode ofAll(String kind, List<Expr> exprs) {
    return unordered(kind, exprs.stream().map(this::of).toList());
  }

  static HashCode of(String kind, String text) {
    return of(kind, List.of(), text);
  }

  static HashCode ordered(String kind, HashCode... parts) {
    return of(kind, Arrays.asList(parts), "");
  }

  private static HashCode unordered(String kind, List<HashCode> parts) {
    return of(kind, parts.stream().sorted(ORDER).toList(), "");
  }

  private static HashCode of(String kind, List<HashCode> parts, String text) {
    Hasher hasher = Hashing.murmur3_128().newHasher();
    hasher.putInt(kind.length()).putString(kind, StandardCharsets.UTF_8).putInt(parts.size());
    parts.forEach(part -> hasher.putBytes(part.asBytes()));
    return hasher.putUnencodedChars(text).hash();
  }

  private HashCode behindName(Expr body) {
    HashCode known = behindNames.get(body);
    if (known == null) {
      known = of(body);
      behindNames.put(body, known);
    }
    return known;
  }

  @Override
  public HashCode literal(Expr.Literal expr) {
    return of(expr.value());
  }

  private static HashCode of(Value value) {
    return value instanceof Value.SetOf set
        ? unordered("list", set.elements().stream().map(Meaning::of).toList())
        : of("literal", value.getClass().getSimpleName() + " " + value);
  }

  @Override
  public HashCode listOf(Expr.ListOf expr) {
    return ofAll("list", expr.elements());
  }

  @Override
  public HashCode subject(Expr.Subject expr) {
    return ordered("subject");
  }

  @Override
  public HashCode resource(Expr.Resource expr) {
    return ordered("resource");
  }

  @Override
  public HashCode now(Expr.Now expr) {
    return ordered("now");
  }

  @Override
  public HashCode variable(Expr.Variable expr) {
    return of("variable", expr.name());
  }

  @Override
  public HashCode actionField(Expr.ActionField expr) {
    return of("action", expr.field());
  }

  @Override
  public HashCode signalField(Expr.SignalField expr) {
    return of("signal", expr.signal() + "." + expr.field());
  }

  @Override
  public HashCode fieldOf(Expr.FieldOf expr) {
    return of("field", List.of(of(expr.target())), expr.field());
  }

  @Override
  public HashCode derived(Expr.Derived expr) {
    return of(expr.path());
  }

  @Override
  public HashCode age(Expr.Age expr) {
    return ordered("age", of(expr.time()));
  }

  @Override
  public HashCode openField(Expr.OpenField expr) {
    return of(expr.field());
  }

  @Override
  public HashCode defaulted(Expr.Default expr) {
    return ordered("default", of(expr.operand()), of(expr.standIn()));
  }

  @Override
  public HashCode named(Expr.Named expr) {
    return behindName(expr.body());
  }

  @Override
  public HashCode arithmetic(Expr.Arithmetic expr) {
    return ordered(expr.op().name(), of(expr.left()), of(expr.right()));
  }

  @Override
  public HashCode negate(Expr.Negate expr) {
    return ordered("negate", of(expr.operand()));
  }

  @Override
  public HashCode lower(Expr.Lower expr) {
    return ordered("lower", of(expr.text()));
  }

  @Override
  public HashCode size(Expr.Size expr) {
    return ordered("size", of(expr.set()));
  }

  @Override
  public HashCode distanceBetween(Expr.DistanceBetween expr) {
    return ordered("distance", of(expr.from()), of(expr.to()));
  }

  @Override
  public HashCode ancestors(Expr.Ancestors expr) {
    return ordered("ancestors", of(expr.entity()));
  }

  @Override
  public HashCode behaviorValue(Expr.BehaviorValue expr) {
    return of("behavior", expr.behavior());
  }

  @Override
  public HashCode compare(Expr.Compare expr) {
    HashCode left = of(expr.left());
    HashCode right = of(expr.right());
    return switch (expr.op()) {
      case EQ, NE -> unordered(expr.op().name(), List.of(left, right));
      case LT, LE -> ordered(expr.op().name(), left, right);
      case GT -> ordered(CompareOp.LT.name(), right, left);
      case GE -> ordered(CompareOp.LE.name(), right, left);
    };
  }

  /** Which risk a comparison is of. */
  HashCode risk(Expr.RiskCompare expr) {
    return unordered("risk", expr.terms().stream().map(this::term).toList());
  }

  private HashCode term(RiskTerm term) {
    return of("term", List.of(behindName(term.condition())), Long.toString(term.weight()));
  }

  @Override
  public HashCode riskCompare(Expr.RiskCompare expr) {
    return of("score", List.of(risk(expr)), expr.op() + " " + expr.threshold());
  }

  @Override
  public HashCode and(Expr.And expr) {
    return ofAll("and", expr.operands());
  }

  @Override
  public HashCode or(Expr.Or expr) {
    return ofAll("or", expr.operands());
  }

  @Override
  public HashCode not(Expr.Not expr) {
    return ordered("not", of(expr.operand()));
  }

  @Override
  public HashCode inSet(Expr.InSet expr) {
    return ordered("in set", of(expr.element()), of(expr.set()));
  }

  @Override
  public HashCode inHierarchy(Expr.InHierarchy expr) {
    return ordered("in hierarchy", of(expr.member()), of(expr.container()));
  }

  @Override
  public HashCode inNetwork(Expr.InNetwork expr) {
    return ordered("in network", of(expr.inner()), of(expr.outer()));
  }

  @Override
  public HashCode inSchedule(Expr.InSchedule expr) {
    return ordered("in schedule", of(expr.schedule()));
  }

  @Override
  public HashCode contains(Expr.Contains expr) {
    return expr.kind() == Containment.ONE
        ? ordered("in set", of(expr.operand()), of(expr.set()))
        : ordered(expr.kind().toString(), of(expr.set()), of(expr.operand()));
  }

  @Override
  public HashCode matchesGlob(Expr.MatchesGlob expr) {
    return of("glob", List.of(of(expr.text())), expr.pattern().toString());
  }

  @Override
  public HashCode matchesSpiffe(Expr.MatchesSpiffe expr) {
    return of("spiffe", List.of(of(expr.id())), expr.pattern().toString());
  }

  @Override
  public HashCode hasAffix(Expr.HasAffix expr) {
    return ordered(expr.affix().toString(), of(expr.text()), of(expr.other()));
  }

  @Override
  public HashCode quantified(Expr.Quantified expr) {
    return of(
        expr.quantifier().toString(), List.of(of(expr.set()), of(expr.body())), expr.variable());
  }

  @Override
  public HashCode isNone(Expr.IsNone expr) {
    return ordered("is none", of(expr.operand()));
  }

  @Override
  public HashCode isType(Expr.IsType expr) {
    return of("is type", List.of(of(expr.entity())), expr.entityType());
  }

  @Override
  public HashCode known(Expr.Known expr) {
    return ordered("known", of(expr.operand()));
  }

  @Override
  public HashCode hasRole(Expr.HasRole expr) {
    return of("role", expr.role());
  }

  @Override
  public HashCode hasGroup(Expr.HasGroup expr) {
    return of("group", expr.group());
  }

  @Override
  public HashCode elevationActive(Expr.ElevationActive expr) {
    return of("elevation", expr.elevation());
  }
}
