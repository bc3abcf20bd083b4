package dev.zt.engine.reference;

import dev.zt.Unknown;
import dev.zt.UnknownCause;
import dev.zt.engine.facts.Ancestry;
import dev.zt.engine.facts.Facts;
import dev.zt.engine.facts.Grants;
import dev.zt.policy.Affix;
import dev.zt.policy.ArithmeticOp;
import dev.zt.policy.Behavior;
import dev.zt.policy.CompareOp;
import dev.zt.policy.Containment;
import dev.zt.policy.Expr;
import dev.zt.policy.ExprText;
import dev.zt.policy.ExprVisitor;
import dev.zt.policy.Names;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Quantifier;
import dev.zt.policy.RiskTerm;
import dev.zt.policy.Schema;
import dev.zt.policy.Secrets;
import dev.zt.policy.Type;
import dev.zt.policy.value.Absent;
import dev.zt.policy.value.Cidr;
import dev.zt.policy.value.IpAddress;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Schedule;
import dev.zt.policy.value.SpiffeId;
import dev.zt.policy.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What expressions mean for one request at one instant: strong Kleene logic by walking the tree.
 *
 * <p>Every operand is evaluated, in the order written; nothing is skipped, so that what is unknown
 * does not depend on the order of operands.
 */
final class Evaluation implements ExprVisitor<Judged> {
  /** How far a time may be ahead of the clock before it is not believed, in milliseconds. */
  static final long SKEW = 30_000;

  private final PolicySet policies;
  private final Schema schema;
  private final Facts facts;
  private final long now;
  private final Map<String, Value> variables;

  /** What roles and groups that are unknown come to: thousands of rules ask for them. */
  private final Map<String, Judged> unknownNames = new HashMap<>();

  Evaluation(PolicySet policies, Facts facts, long now) {
    this(policies, policies.schema(), facts, now, Map.of());
  }

  /** An evaluation that holds to other declarations than those of the policies. */
  Evaluation(PolicySet policies, Schema schema, Facts facts, long now) {
    this(policies, schema, facts, now, Map.of());
  }

  private Evaluation(
      PolicySet policies, Schema schema, Facts facts, long now, Map<String, Value> variables) {
    this.policies = policies;
    this.schema = schema;
    this.facts = facts;
    this.now = now;
    this.variables = variables;
  }

  /** The same request and instant with a variable in scope. */
  Evaluation with(String variable, Value value) {
    Map<String, Value> more = new HashMap<>(variables);
    more.put(variable, value);
    return new Evaluation(policies, schema, facts, now, more);
  }

  Judged judge(Expr expr) {
    return expr.accept(this);
  }

  // ---- operands ----

  /** An operand of an operator: a none counts as missing. */
  private Judged operand(Expr expr) {
    Judged judged = judge(expr);
    return judged.value() instanceof Value.None
        ? Judged.unknown(ExprText.resolved(expr), UnknownCause.MISSING, "none", judged.until())
        : judged;
  }

  private Judged unary(Expr operand, Function<Value, Judged> meaning) {
    Judged judged = operand(operand).still(now);
    Value value = judged.value();
    return value == null ? judged : meaning.apply(value).noLaterThan(judged.until());
  }

  private Judged test(Expr operand, Function<Value, Boolean> meaning) {
    return unary(operand, value -> Judged.of(meaning.apply(value), Judged.EVER));
  }

  private interface BinaryMeaning {
    Judged of(Value left, Value right);
  }

  private Judged binary(Expr left, Expr right, BinaryMeaning meaning) {
    Judged a = operand(left).still(now);
    Judged b = operand(right).still(now);
    Value x = a.value();
    Value y = b.value();
    long until = Math.min(a.until(), b.until());
    return x == null || y == null
        ? Judged.unknown(Judged.allUnknowns(List.of(a, b)), until)
        : meaning.of(x, y).noLaterThan(until);
  }

  private Judged read(Expr path, Reading reading) {
    if (reading instanceof Absent absent) {
      return Judged.unknown(ExprText.resolved(path), absent.cause(), absent.detail(), Judged.EVER);
    }
    return Judged.of((Value) reading, Judged.EVER);
  }

  // ---- leaves ----

  @Override
  public Judged literal(Expr.Literal expr) {
    return Judged.of(expr.value(), Judged.EVER);
  }

  @Override
  public Judged subject(Expr.Subject expr) {
    return Judged.of(facts.subject(), Judged.EVER);
  }

  @Override
  public Judged resource(Expr.Resource expr) {
    return Judged.of(facts.resource(), Judged.EVER);
  }

  @Override
  public Judged now(Expr.Now expr) {
    return new Judged(new Value.Time(now), List.of(), Judged.EVER, 1, now);
  }

  @Override
  public Judged variable(Expr.Variable expr) {
    Value value = variables.get(expr.name());
    if (value == null) {
      throw new IllegalArgumentException("no variable " + expr.name() + " is in scope");
    }
    return Judged.of(value, Judged.EVER);
  }

  @Override
  public Judged actionField(Expr.ActionField expr) {
    return read(expr, facts.actionField(expr.field()));
  }

  @Override
  public Judged signalField(Expr.SignalField expr) {
    Schema.Signal signal = schema.signals().get(expr.signal());
    Long fresh = signal == null ? null : signal.fresh();
    if (fresh == null || !facts.observed(expr.signal())) {
      return read(expr, facts.signalField(expr.signal(), expr.field()));
    }
    Reading observed = facts.signalField(expr.signal(), "as_of");
    if (!(observed instanceof Value.Time asOf)) {
      return stale(expr, observed, Judged.EVER);
    }
    if (asOf.epochMillis() - now > SKEW) {
      return stale(expr, observed, asOf.epochMillis() - SKEW);
    }
    if (now - asOf.epochMillis() > fresh) {
      return stale(expr, observed, Judged.EVER);
    }
    return read(expr, facts.signalField(expr.signal(), expr.field()))
        .noLaterThan(asOf.epochMillis() + fresh + 1);
  }

  private Judged stale(Expr.SignalField expr, Reading asOf, long until) {
    return read(expr, Staleness.of(asOf, now)).noLaterThan(until);
  }

  @Override
  public Judged fieldOf(Expr.FieldOf expr) {
    return unary(
        expr.target(),
        target -> {
          if (target instanceof Value.Ref entity) {
            return read(expr, facts.entityField(entity, expr.field()));
          }
          return read(expr, ((Value.Fields) target).field(expr.field()));
        });
  }

  @Override
  public Judged derived(Expr.Derived expr) {
    if (expr.path() instanceof Expr.FieldOf field) {
      Judged owner = operand(field.target());
      if (!owner.isKnown()) {
        return owner;
      }
    }
    Judged body = judge(expr.body());
    if (body.isKnown()) {
      return body;
    }
    Unknown base = body.unknowns().get(0);
    return Judged.unknown(
        ExprText.resolved(expr.path()), base.cause(), base.detail(), body.until());
  }

  @Override
  public Judged age(Expr.Age expr) {
    Judged base = operand(expr.time());
    if (!(base.value() instanceof Value.Time time)) {
      return base;
    }
    long ahead = time.epochMillis() - now;
    if (base.slope() != 0 || ahead <= 0) {
      Judged clock = now(new Expr.Now(expr.span()));
      return inRange(
          Clockwork.sum(clock, base, -1, false, now), expr, Math.min(base.until(), now + 1));
    }
    if (ahead <= SKEW) {
      return new Judged(new Value.Duration(0), List.of(), base.until(), 1, time.epochMillis());
    }
    return Judged.unknown(
        ExprText.resolved(expr.time()),
        UnknownCause.MISTYPED,
        Secrets.of(schema).in(expr.time()) ? "in the future" : time + " is in the future",
        Math.min(base.until(), time.epochMillis() - SKEW));
  }

  @Override
  public Judged openField(Expr.OpenField expr) {
    return orElse(judge(expr.field()), expr.standIn());
  }

  @Override
  public Judged defaulted(Expr.Default expr) {
    return orElse(judge(expr.operand()), expr.standIn());
  }

  private Judged orElse(Judged judged, Expr standIn) {
    return judged.isKnown() ? judged : judge(standIn).noLaterThan(judged.until());
  }

  @Override
  public Judged named(Expr.Named expr) {
    return judge(expr.body());
  }

  @Override
  public Judged behaviorValue(Expr.BehaviorValue expr) {
    return remembered(expr).value();
  }

  /** What a behavior has come to for this request. */
  private Extent remembered(Expr.BehaviorValue expr) {
    String name = Names.simple(expr.behavior());
    Behavior behavior = policies.behavior(expr.behavior());
    if (behavior == null) {
      return Extent.unknown(name, new Absent(UnknownCause.FAILED, "not declared"), Judged.EVER);
    }
    List<Judged> key = stillOperands(behavior.keys());
    List<Judged> present = stillOperands(behavior.measured());
    long until = Judged.EVER;
    List<Judged> read = new ArrayList<>(key);
    read.addAll(present);
    for (Judged part : read) {
      until = Math.min(until, part.until());
      if (!part.isKnown()) {
        Unknown leaf = part.unknowns().get(0);
        String detail = "`" + leaf.path() + "` is unknown";
        return Extent.unknown(name, new Absent(leaf.cause(), detail), part.until());
      }
    }
    return Extent.of(
        name, facts.memory().recall(behavior.name(), values(key), values(present), now), until);
  }

  private List<Judged> stillOperands(List<Expr> exprs) {
    return exprs.stream().map(each -> operand(each).still(now)).toList();
  }

  private static List<Value> values(List<Judged> known) {
    return known.stream().map(each -> Objects.requireNonNull(each.value(), "known")).toList();
  }

  /** An operand of a comparison, which may be known to lie between two values. */
  private Extent extent(Expr operand) {
    Expr bare = operand;
    while (bare instanceof Expr.Named named) {
      bare = named.body();
    }
    if (bare instanceof Expr.BehaviorValue behavior) {
      return remembered(behavior);
    }
    return bare instanceof Expr.Arithmetic arithmetic && arithmetic.op() != ArithmeticOp.TIMES
        ? extent(arithmetic)
        : Extent.of(operand(operand));
  }

  private Extent extent(Expr.Arithmetic expr) {
    return extent(expr.left())
        .combine(
            extent(expr.right()),
            expr.op() == ArithmeticOp.MINUS,
            (left, right) -> arithmetic(expr, left, right));
  }

  @Override
  public Judged elevationActive(Expr.ElevationActive expr) {
    return active(expr.elevation());
  }

  /** Whether the subject holds an active grant of the elevation for the resource. */
  Judged active(String elevation) {
    Grants.Tenure tenure = facts.grants().tenure(elevation, facts.subject(), facts.resource(), now);
    return Judged.of(tenure.active(), tenure.until());
  }

  // ---- values ----

  @Override
  public Judged listOf(Expr.ListOf expr) {
    List<Judged> elements = elements(expr);
    long until = elements.stream().mapToLong(Judged::until).min().orElse(Judged.EVER);
    List<Value> values = new ArrayList<>();
    for (Judged element : elements) {
      Value value = element.value();
      if (value == null) {
        return Judged.unknown(Judged.allUnknowns(elements), until);
      }
      values.add(value);
    }
    return Judged.of(Value.SetOf.of(values), until);
  }

  private List<Judged> elements(Expr.ListOf list) {
    return stillOperands(list.elements());
  }

  @Override
  public Judged arithmetic(Expr.Arithmetic expr) {
    return arithmetic(expr, operand(expr.left()), operand(expr.right()));
  }

  private Judged arithmetic(Expr.Arithmetic expr, Judged left, Judged right) {
    Value a = left.value();
    Value b = right.value();
    long until = Math.min(left.until(), right.until());
    if (a == null || b == null) {
      return Judged.unknown(Judged.allUnknowns(List.of(left, right)), until);
    }
    if (Clockwork.runs(a)) {
      int sign = expr.op() == ArithmeticOp.PLUS ? 1 : -1;
      return inRange(
          Clockwork.sum(left, right, sign, expr.type() == Type.Scalar.TIME, now),
          expr,
          Math.min(left.still(now).until(), right.still(now).until()));
    }
    Value result = expr.op().of(a, b);
    return inRange(result == null ? null : Judged.of(result, until), expr, until);
  }

  /** The result of arithmetic, or an overflow where there is none. */
  private static Judged inRange(@Nullable Judged result, Expr expr, long until) {
    return result != null
        ? result
        : Judged.unknown(
            ExprText.resolved(expr), UnknownCause.OVERFLOWED, "the result is out of range", until);
  }

  @Override
  public Judged negate(Expr.Negate expr) {
    Judged operand = operand(expr.operand());
    Value value = operand.value();
    if (value == null) {
      return operand;
    }
    long until = operand.still(now).until();
    if (value instanceof Value.Duration) {
      Judged zero = Judged.of(new Value.Duration(0), Judged.EVER);
      return inRange(Clockwork.sum(zero, operand, -1, false, now), expr, until);
    }
    Value negated =
        value instanceof Value.Decimal decimal ? decimal.negated() : ((Value.Int) value).negated();
    return inRange(negated == null ? null : Judged.of(negated, until), expr, until);
  }

  @Override
  public Judged lower(Expr.Lower expr) {
    return unary(expr.text(), text -> Judged.of(((Value.Text) text).lower(), Judged.EVER));
  }

  @Override
  public Judged size(Expr.Size expr) {
    return unary(
        expr.set(), set -> Judged.of(new Value.Int(((Value.SetOf) set).size()), Judged.EVER));
  }

  @Override
  public Judged distanceBetween(Expr.DistanceBetween expr) {
    return binary(
        expr.from(),
        expr.to(),
        (from, to) -> Judged.of(((Value.Point) from).distanceTo((Value.Point) to), Judged.EVER));
  }

  @Override
  public Judged ancestors(Expr.Ancestors expr) {
    return unary(
        expr.entity(),
        entity -> {
          Ancestry ancestry = facts.ancestry((Value.Ref) entity);
          return ancestry.gaps().isEmpty()
              ? Judged.of(Value.SetOf.of(ancestry.ancestors()), Judged.EVER)
              : Judged.unknown(gaps(ancestry), Judged.EVER);
        });
  }

  // ---- comparisons ----

  @Override
  public Judged compare(Expr.Compare expr) {
    return extent(expr.left())
        .compare(
            expr.op(),
            extent(expr.right()),
            (op, left, right) -> compare(op, left, right, expr.left(), expr.right()));
  }

  private Judged compare(CompareOp op, Judged left, Judged right, Expr leftExpr, Expr rightExpr) {
    Value a = left.value();
    Value b = right.value();
    long until = Math.min(left.until(), right.until());
    if (a == null || b == null) {
      return Judged.unknown(Judged.allUnknowns(List.of(left, right)), until);
    }
    if (Clockwork.runs(a)) {
      return Clockwork.compare(op, left, right, now);
    }
    if (a instanceof Value.Fields x && b instanceof Value.Fields y) {
      Judged equal = sameFields(x, y, ExprText.resolved(leftExpr), ExprText.resolved(rightExpr));
      return (op == CompareOp.EQ ? equal : equal.not()).noLaterThan(until);
    }
    boolean ordered = op != CompareOp.EQ && op != CompareOp.NE;
    int sign = ordered ? compare(a, b) : a.equals(b) ? 0 : 1;
    return Judged.of(op.holds(sign), until);
  }

  @SuppressWarnings("unchecked") // the checker lets only values of one comparable type be ordered
  private static int compare(Value a, Value b) {
    return ((Comparable<Value>) a).compareTo(b);
  }

  /** Records are equal when all their fields are. */
  private Judged sameFields(Value.Fields a, Value.Fields b, String left, String right) {
    List<Judged> same = new ArrayList<>();
    for (String field : a.fields().keySet()) {
      Judged x = part(left + "." + field, a.field(field));
      Judged y = part(right + "." + field, b.field(field));
      if (x.value() instanceof Value.Fields inX && y.value() instanceof Value.Fields inY) {
        same.add(sameFields(inX, inY, left + "." + field, right + "." + field));
      } else if (x.value() == null || y.value() == null) {
        same.add(Judged.unknown(Judged.allUnknowns(List.of(x, y)), Judged.EVER));
      } else {
        same.add(Judged.of(x.value().equals(y.value()), Judged.EVER));
      }
    }
    return Judged.and(same);
  }

  private static Judged part(String path, Reading reading) {
    if (reading instanceof Absent absent) {
      return Judged.unknown(path, absent.cause(), absent.detail(), Judged.EVER);
    }
    return reading instanceof Value.None
        ? Judged.unknown(path, UnknownCause.MISSING, "none", Judged.EVER)
        : Judged.of((Value) reading, Judged.EVER);
  }

  /** Each unknown term widens the score to an interval; a comparison must hold for all of it. */
  @Override
  public Judged riskCompare(Expr.RiskCompare expr) {
    long least = 0;
    long most = 0;
    List<Judged> conditions = new ArrayList<>();
    for (RiskTerm term : expr.terms()) {
      Judged condition = judge(term.condition());
      conditions.add(condition);
      if (!condition.isFalse()) {
        least += condition.isTrue() || term.weight() < 0 ? term.weight() : 0;
        most += condition.isTrue() || term.weight() > 0 ? term.weight() : 0;
      }
    }
    long until = conditions.stream().mapToLong(Judged::until).min().orElse(Judged.EVER);
    boolean always = true;
    boolean ever = false;
    for (long score = clamp(least); score <= clamp(most); score++) {
      boolean holds = expr.op().holds(Long.compare(score, expr.threshold()));
      always &= holds;
      ever |= holds;
    }
    return always == ever
        ? Judged.of(always, until)
        : Judged.unknown(Judged.allUnknowns(conditions), until);
  }

  private static long clamp(long score) {
    return Math.max(0, Math.min(100, score));
  }

  // ---- connectives ----

  @Override
  public Judged and(Expr.And expr) {
    return Judged.and(expr.operands().stream().map(this::operand).toList());
  }

  @Override
  public Judged or(Expr.Or expr) {
    return Judged.or(expr.operands().stream().map(this::operand).toList());
  }

  @Override
  public Judged not(Expr.Not expr) {
    return operand(expr.operand()).not();
  }

  // ---- membership ----

  /** The elements of a set that is written as a list, each on its own; else null. */
  private static Expr.@Nullable ListOf writtenList(Expr set) {
    Expr bare = set;
    while (bare instanceof Expr.Named named) {
      bare = named.body();
    }
    return bare instanceof Expr.ListOf list ? list : null;
  }

  /** Some element of the set stands in the given relation; false of an empty set in any case. */
  private Judged some(Expr set, Function<Judged, Judged> relation) {
    Expr.ListOf list = writtenList(set);
    if (list != null) {
      return Judged.or(list.elements().stream().map(this::operand).map(relation).toList());
    }
    Judged judged = operand(set).still(now);
    if (judged.value() instanceof Value.SetOf elements) {
      List<Judged> each =
          elements.elements().stream()
              .map(element -> relation.apply(Judged.of(element, Judged.EVER)))
              .toList();
      return Judged.or(each).noLaterThan(judged.until());
    }
    return judged;
  }

  private Judged withUnknownsOf(Judged element, Judged result, Expr set) {
    boolean unknownSet = writtenList(set) == null && !operand(set).isKnown();
    return unknownSet && !element.isKnown()
        ? Judged.unknown(Judged.allUnknowns(List.of(element, result)), result.until())
            .noLaterThan(element.until())
        : result;
  }

  private Judged contained(Expr element, Expr set) {
    Judged judged = operand(element);
    Judged result = some(set, each -> compare(CompareOp.EQ, judged, each, element, set));
    return withUnknownsOf(judged, result, set);
  }

  @Override
  public Judged inSet(Expr.InSet expr) {
    return contained(expr.element(), expr.set());
  }

  @Override
  public Judged inHierarchy(Expr.InHierarchy expr) {
    Judged member = operand(expr.member());
    Function<Judged, Judged> isIn = container -> inLineage(member, container);
    if (expr.container().type() instanceof Type.SetOf) {
      return withUnknownsOf(member, some(expr.container(), isIn), expr.container());
    }
    return isIn.apply(operand(expr.container()));
  }

  private Judged inLineage(Judged member, Judged container) {
    long until = Math.min(member.until(), container.until());
    if (!(member.value() instanceof Value.Ref a) || !(container.value() instanceof Value.Ref b)) {
      return Judged.unknown(Judged.allUnknowns(List.of(member, container)), until);
    }
    Ancestry ancestry = facts.ancestry(a);
    if (a.equals(b) || ancestry.ancestors().contains(b)) {
      return Judged.of(true, until);
    }
    return ancestry.gaps().isEmpty()
        ? Judged.of(false, until)
        : Judged.unknown(gaps(ancestry), until);
  }

  /** The entities on the way whose parents are not known. */
  private static List<Unknown> gaps(Ancestry ancestry) {
    List<Unknown> unknowns = new ArrayList<>();
    ancestry
        .gaps()
        .forEach(
            (entity, absent) ->
                unknowns.add(
                    new Unknown(
                        ExprText.value(entity) + ".parents", absent.cause(), absent.detail())));
    return unknowns;
  }

  @Override
  public Judged inNetwork(Expr.InNetwork expr) {
    Judged inner = operand(expr.inner());
    Function<Judged, Judged> isIn = outer -> inRange(inner, outer);
    if (expr.outer().type() instanceof Type.SetOf) {
      return withUnknownsOf(inner, some(expr.outer(), isIn), expr.outer());
    }
    return isIn.apply(operand(expr.outer()));
  }

  private static Judged inRange(Judged inner, Judged outer) {
    long until = Math.min(inner.until(), outer.until());
    if (inner.value() == null || !(outer.value() instanceof Cidr range)) {
      return Judged.unknown(Judged.allUnknowns(List.of(inner, outer)), until);
    }
    return Judged.of(
        inner.value() instanceof IpAddress address
            ? range.contains(address)
            : range.contains((Cidr) inner.value()),
        until);
  }

  @Override
  public Judged inSchedule(Expr.InSchedule expr) {
    return unary(
        expr.schedule(),
        schedule ->
            Judged.of(((Schedule) schedule).contains(now), ((Schedule) schedule).nextChange(now)));
  }

  @Override
  public Judged contains(Expr.Contains expr) {
    if (expr.kind() == Containment.ONE) {
      return contained(expr.operand(), expr.set());
    }
    boolean any = expr.kind() == Containment.ANY;
    Judged operand = operand(expr.operand());
    if (operand.value() instanceof Value.SetOf wanted && wanted.elements().isEmpty()) {
      return Judged.of(!any, operand.until());
    }
    return binary(
        expr.set(),
        expr.operand(),
        (set, wanted) -> {
          Value.SetOf given = (Value.SetOf) set;
          Value.SetOf sought = (Value.SetOf) wanted;
          return Judged.of(
              any ? given.containsAny(sought) : given.containsAll(sought), Judged.EVER);
        });
  }

  @Override
  public Judged matchesGlob(Expr.MatchesGlob expr) {
    return test(expr.text(), text -> expr.pattern().matches(((Value.Text) text).value()));
  }

  @Override
  public Judged matchesSpiffe(Expr.MatchesSpiffe expr) {
    return test(expr.id(), id -> expr.pattern().matches((SpiffeId) id));
  }

  @Override
  public Judged hasAffix(Expr.HasAffix expr) {
    return binary(
        expr.text(),
        expr.other(),
        (text, other) -> {
          Value.Text whole = (Value.Text) text;
          Value.Text part = (Value.Text) other;
          return Judged.of(
              expr.affix() == Affix.PREFIX ? whole.startsWith(part) : whole.endsWith(part),
              Judged.EVER);
        });
  }

  @Override
  public Judged quantified(Expr.Quantified expr) {
    return unary(
        expr.set(),
        set -> {
          List<Judged> bodies =
              ((Value.SetOf) set)
                  .elements().stream()
                      .map(element -> with(expr.variable(), element).operand(expr.body()))
                      .toList();
          return expr.quantifier() == Quantifier.ANY ? Judged.or(bodies) : Judged.and(bodies);
        });
  }

  // ---- tests of identity and knowledge ----

  @Override
  public Judged isNone(Expr.IsNone expr) {
    Judged judged = judge(expr.operand()).still(now);
    return judged.isKnown()
        ? Judged.of(judged.value() instanceof Value.None, judged.until())
        : judged;
  }

  @Override
  public Judged isType(Expr.IsType expr) {
    return test(expr.entity(), entity -> ((Value.Ref) entity).type().equals(expr.entityType()));
  }

  @Override
  public Judged known(Expr.Known expr) {
    Judged judged = judge(expr.operand());
    return Judged.of(judged.isKnown(), judged.until());
  }

  @Override
  public Judged hasRole(Expr.HasRole expr) {
    return named("roles", expr.grantedBy());
  }

  @Override
  public Judged hasGroup(Expr.HasGroup expr) {
    return named("groups", Set.of(expr.group()));
  }

  private Judged named(String field, Set<String> anyOf) {
    Reading reading = facts.entityField(facts.subject(), field);
    if (reading instanceof Value.SetOf given) {
      return Judged.of(
          given.elements().stream().anyMatch(each -> anyOf.contains(((Value.Text) each).value())),
          Judged.EVER);
    }
    return unknownNames.computeIfAbsent(field, name -> part("subject." + name, reading));
  }
}
