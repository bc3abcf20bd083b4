package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.syntax.Expression;
import dev.zt.policy.Expr;
import dev.zt.policy.SourceSpan;
import dev.zt.policy.Type;
import dev.zt.policy.Type.Scalar;
import dev.zt.policy.value.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns written expressions into typed ones.
 *
 * <p>An expression is either <em>inferred</em>, so that its type comes from what it is, or
 * <em>checked</em> against the type that its place asks for. Some expressions mean nothing before a
 * type is asked for: texts, bare constants of enums, lists of such, {@code none}. They are called
 * flexible here, and in a pair of operands the other one says their type.
 */
final class ExprChecker implements Expression.Visitor<Expr> {
  private final Checking checking;
  private final Env env;
  private final Constants constants;
  private final IdentityHashMap<Expression, Expr> ahead = new IdentityHashMap<>();

  ExprChecker(Checking checking, Env env) {
    this.checking = checking;
    this.env = env;
    this.constants = new Constants(env.file());
  }

  Checking checking() {
    return checking;
  }

  Symbols symbols() {
    return checking.symbols();
  }

  Env env() {
    return env;
  }

  FileScope file() {
    return env.file();
  }

  SourceSpan at(Expression expression) {
    return env.file().at(expression.span());
  }

  Expr poison(Expression expression) {
    return Poison.expr(at(expression));
  }

  /** Reports an error and answers what stands for the expression from then on. */
  Expr refuse(Code code, Expression expression, String message, @Nullable String help) {
    file().report(code, expression.span(), message, help);
    return poison(expression);
  }

  /** Another checker for the same set, in other surroundings. */
  ExprChecker in(Env other) {
    return new ExprChecker(checking, other);
  }

  // ---- the three ways to ask ----

  /** An expression whose type comes from what it is. */
  Expr infer(Expression expression) {
    Expr known = ahead.remove(expression);
    if (known != null) {
      return known;
    }
    if (!checking.descend()) {
      checking.ascend();
      return checking.isFirstTooDeep()
          ? refuse(Code.NESTED_TOO_DEEP, expression, "this is nested too deep", null)
          : poison(expression);
    }
    Expr typed = expression.accept(this);
    checking.ascend();
    return typed;
  }

  /** As {@link #infer}, for an expression that will be asked for once more. */
  Expr inferAhead(Expression expression) {
    Expr typed = infer(expression);
    ahead.put(expression, typed);
    return typed;
  }

  /** A condition. */
  Expr condition(Expression expression) {
    Expr typed = infer(expression);
    if (Types.fits(typed.type(), Scalar.BOOL)) {
      return typed;
    }
    return refuse(
        Code.NOT_A_CONDITION,
        expression,
        "a condition is expected here, not " + Types.a(typed.type()),
        null);
  }

  /** An expression in a place that asks for a type. */
  Expr check(Expression expression, Type expected) {
    return check(expression, expected, Mismatch.expecting(Types.bare(expected)));
  }

  /** As {@link #check(Expression, Type)} with another way to say what does not fit. */
  Expr check(Expression expression, Type expected, Mismatch mismatch) {
    return new Flexibles(this).check(expression, expected, mismatch);
  }

  /** Whether the expression means nothing before a type is asked for. */
  boolean isFlexible(Expression expression) {
    return new Flexibles(this).isFlexible(expression);
  }

  // ---- what each form is by itself ----

  private Expr literal(Value value, Scalar type, Expression expression) {
    return new Expr.Literal(value, type, at(expression));
  }

  @Override
  public Expr visitBool(Expression.BoolLiteral expression) {
    return literal(Value.Bool.of(expression.value()), Scalar.BOOL, expression);
  }

  @Override
  public Expr visitNone(Expression.NoneLiteral expression) {
    return refuse(
        Code.NONE_AS_OPERAND,
        expression,
        "`none` is no value of its own",
        "`x is none` tests for it");
  }

  @Override
  public Expr visitInt(Expression.IntLiteral expression) {
    return literal(new Value.Int(expression.value()), Scalar.INT, expression);
  }

  @Override
  public Expr visitDecimal(Expression.DecimalLiteral expression) {
    return constants.decimal(expression.value(), expression);
  }

  @Override
  public Expr visitText(Expression.TextLiteral expression) {
    return constants.text(expression, Scalar.STRING);
  }

  @Override
  public Expr visitDuration(Expression.DurationLiteral expression) {
    return literal(new Value.Duration(expression.millis()), Scalar.DURATION, expression);
  }

  @Override
  public Expr visitDistance(Expression.DistanceLiteral expression) {
    return constants.distance(expression.kilometres(), expression);
  }

  @Override
  public Expr visitSpeed(Expression.SpeedLiteral expression) {
    return constants.speed(expression.kilometresPerHour(), expression);
  }

  @Override
  public Expr visitList(Expression.ListLiteral expression) {
    if (expression.elements().isEmpty()) {
      return refuse(
          Code.UNCLEAR_TYPE,
          expression,
          "nothing here says what `[]` is a set of",
          "give it a type: `let name: set<string> = []`");
    }
    Expression typical =
        expression.elements().stream()
            .filter(element -> !isFlexible(element))
            .findFirst()
            .orElse(expression.elements().get(0));
    Type element = Types.bare(isFlexible(typical) ? infer(typical) : inferAhead(typical));
    return Poison.is(element)
        ? poison(expression)
        : new Flexibles(this).list(expression, new Type.SetOf(element));
  }

  @Override
  public Expr visitRecord(Expression.RecordLiteral expression) {
    return refuse(
        Code.MISUSED_FIXTURE, expression, "a value in braces can stand in tests only", null);
  }

  @Override
  public Expr visitEntity(Expression.EntityLiteral expression) {
    if (expression.properties() != null) {
      return refuse(
          Code.MISUSED_FIXTURE,
          expression,
          "an entity with its fields can stand in tests only",
          "without the braces it is a reference");
    }
    String type = new TypeResolver(file()).entity(expression.type());
    return type == null
        ? poison(expression)
        : new Expr.Literal(
            new Value.Ref(type, expression.id().value()), Type.Entity.of(type), at(expression));
  }

  @Override
  public Expr visitReference(Expression.Reference expression) {
    return new Paths(this).path(expression);
  }

  @Override
  public Expr visitSelect(Expression.Select expression) {
    return new Paths(this).path(expression);
  }

  @Override
  public Expr visitApply(Expression.Apply expression) {
    return new Functions(this).apply(expression);
  }

  @Override
  public Expr visitKnown(Expression.Known expression) {
    return new Expr.Known(infer(expression.argument()), at(expression));
  }

  @Override
  public Expr visitDefault(Expression.Default expression) {
    Expr operand = infer(expression.argument());
    Expr standIn = check(expression.fallback(), operand.type());
    return Poison.is(operand) || Poison.is(standIn)
        ? poison(expression)
        : new Expr.Default(operand, standIn, at(expression));
  }

  @Override
  public Expr visitSubjectTest(Expression.SubjectTest expression) {
    return new SubjectTests(this).test(expression);
  }

  @Override
  public Expr visitQuantified(Expression.Quantified expression) {
    return new Memberships(this).quantified(expression);
  }

  @Override
  public Expr visitNot(Expression.Not expression) {
    return new Expr.Not(condition(expression.operand()), at(expression));
  }

  @Override
  public Expr visitAnd(Expression.And expression) {
    return new Expr.And(conditions(expression.operands()), at(expression));
  }

  @Override
  public Expr visitOr(Expression.Or expression) {
    return new Expr.Or(conditions(expression.operands()), at(expression));
  }

  private List<Expr> conditions(List<Expression> operands) {
    List<Expr> conditions = new ArrayList<>();
    for (Expression operand : operands) {
      conditions.add(condition(operand));
    }
    return conditions;
  }

  @Override
  public Expr visitBinary(Expression.Binary expression) {
    return switch (expression.operator()) {
      case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
          new Comparisons(this).compare(expression);
      case IN, NOT_IN, CONTAINS, CONTAINS_ANY, CONTAINS_ALL ->
          new Memberships(this).member(expression);
      case MATCHES, STARTS_WITH, ENDS_WITH -> new TextTests(this).test(expression);
      case PLUS, MINUS, TIMES -> new Arithmetics(this).combine(expression);
    };
  }

  @Override
  public Expr visitNegate(Expression.Negate expression) {
    return new Arithmetics(this).negate(expression);
  }

  @Override
  public Expr visitIsNone(Expression.IsNone expression) {
    Expr operand = infer(expression.operand());
    if (!Poison.is(operand) && !(operand.type() instanceof Type.Optional)) {
      file()
          .report(
              Code.NO_SUCH_OPERATOR,
              expression.opSpan(),
              Types.a(operand.type()) + " is never none",
              "only a field of an optional type, such as `time?`, can be none");
    }
    return new Expr.IsNone(operand, at(expression));
  }

  @Override
  public Expr visitIsType(Expression.IsType expression) {
    Expr operand = infer(expression.operand());
    String type = new TypeResolver(file()).entity(expression.type());
    if (Poison.is(operand) || type == null) {
      return poison(expression);
    }
    if (!(Types.bare(operand) instanceof Type.Entity)) {
      file()
          .report(
              Code.NO_SUCH_OPERATOR,
              expression.opSpan(),
              Types.a(operand.type()) + " is no entity",
              null);
      return poison(expression);
    }
    return new Expr.IsType(operand, type, at(expression));
  }

  @Override
  public Expr visitBroken(Expression.Broken expression) {
    return poison(expression);
  }
}
