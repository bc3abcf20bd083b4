package dev.zt.policy;

import dev.zt.policy.value.Glob;
import dev.zt.policy.value.SpiffePattern;
import dev.zt.policy.value.Value;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A typed expression: what a condition means once names are resolved and lets are put in their
 * place. Immutable; one instance may stand in several places of a policy set.
 */
public sealed interface Expr {
  /** The type of its value. */
  Type type();

  /** Where it is written. */
  SourceSpan span();

  /** Calls the visitor's method for this kind of expression. */
  <R> R accept(ExprVisitor<R> visitor);

  /** An expression that is true, false or unknown. */
  sealed interface Condition extends Expr {
    @Override
    default Type type() {
      return Type.Scalar.BOOL;
    }
  }

  /** A constant, {@code none} and references such as {@code Team "t1"} among them. */
  record Literal(Value value, Type type, SourceSpan span) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.literal(this);
    }
  }

  /** A list, {@code [a, b]}; its elements need not be constants. */
  record ListOf(List<Expr> elements, Type.SetOf type, SourceSpan span) implements Expr {
    public ListOf {
      elements = List.copyOf(elements);
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.listOf(this);
    }
  }

  /** Who asks. */
  record Subject(Type.Entity type, SourceSpan span) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.subject(this);
    }
  }

  /** What it is asked on. */
  record Resource(Type.Entity type, SourceSpan span) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.resource(this);
    }
  }

  /** The instant of the decision. */
  record Now(SourceSpan span) implements Expr {
    @Override
    public Type type() {
      return Type.Scalar.TIME;
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.now(this);
    }
  }

  /** The variable of a quantifier, or the {@code approver} of an elevation. */
  record Variable(String name, Type type, SourceSpan span) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.variable(this);
    }
  }

  /** A field of the action itself; {@code name} is its outside name. */
  record ActionField(String field, Type type, SourceSpan span) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.actionField(this);
    }
  }

  /** A field of a signal that is not derived. */
  record SignalField(String signal, String field, Type type, SourceSpan span) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.signalField(this);
    }
  }

  /**
   * A field of an entity or a record that is not derived; of every entity also {@code id}, {@code
   * roles} and {@code groups}.
   */
  record FieldOf(Expr target, String field, Type type, SourceSpan span) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.fieldOf(this);
    }
  }

  /**
   * A derived field.
   *
   * @param path the field as it is written, {@code identity.mfa_age}: a {@link SignalField}, {@link
   *     FieldOf} or {@link ActionField}, for its name alone
   * @param body what it is computed as, over the fields of the same owner
   */
  record Derived(Expr path, Expr body, SourceSpan span) implements Expr {
    @Override
    public Type type() {
      return body.type();
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.derived(this);
    }
  }

  /**
   * {@code now - time} in a derived field: a time ahead of now is forgiven within the clock skew.
   */
  record Age(Expr time, SourceSpan span) implements Expr {
    @Override
    public Type type() {
      return Type.Scalar.DURATION;
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.age(this);
    }
  }

  /** A field for which a value stands in when it is unknown, by its {@code @open}. */
  record OpenField(Expr field, Literal standIn, SourceSpan span) implements Expr {
    @Override
    public Type type() {
      return field.type();
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.openField(this);
    }
  }

  /** {@code default(operand, standIn)}. */
  record Default(Expr operand, Expr standIn, SourceSpan span) implements Expr {
    @Override
    public Type type() {
      return operand.type();
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.defaulted(this);
    }
  }

  /**
   * A use of a named value or condition, a segment among them, with its body in place and its
   * parameters replaced.
   *
   * @param text the use as it is written, such as {@code trusted_device} or {@code owns(subject,
   *     resource)}
   * @param open why it may open a door on the unknown, or null when it must not
   */
  record Named(String text, Expr body, @Nullable String open, SourceSpan span) implements Expr {
    @Override
    public Type type() {
      return body.type();
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.named(this);
    }
  }

  /** {@code left + right} and the like, of ints, decimals, durations and times. */
  record Arithmetic(ArithmeticOp op, Expr left, Expr right, Type type, SourceSpan span)
      implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.arithmetic(this);
    }
  }

  /** {@code -operand} of an int, a decimal or a duration. */
  record Negate(Expr operand, SourceSpan span) implements Expr {
    @Override
    public Type type() {
      return operand.type();
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.negate(this);
    }
  }

  /** {@code lower(text)}: ASCII letters only. */
  record Lower(Expr text, SourceSpan span) implements Expr {
    @Override
    public Type type() {
      return Type.Scalar.STRING;
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.lower(this);
    }
  }

  /** {@code size(set)}. */
  record Size(Expr set, SourceSpan span) implements Expr {
    @Override
    public Type type() {
      return Type.Scalar.INT;
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.size(this);
    }
  }

  /** {@code distance(from, to)} of two points. */
  record DistanceBetween(Expr from, Expr to, SourceSpan span) implements Expr {
    @Override
    public Type type() {
      return Type.Scalar.DISTANCE;
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.distanceBetween(this);
    }
  }

  /** {@code ancestors(entity)}: every entity that it is a transitive member of. */
  record Ancestors(Expr entity, Type.SetOf type, SourceSpan span) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.ancestors(this);
    }
  }

  /** What a behavior has come to, by its qualified name. */
  record BehaviorValue(String behavior, Type type, SourceSpan span) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.behaviorValue(this);
    }
  }

  /** A comparison of two operands of one type. */
  record Compare(CompareOp op, Expr left, Expr right, SourceSpan span) implements Condition {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.compare(this);
    }
  }

  /**
   * A comparison of a risk score with a constant: {@code score op threshold}.
   *
   * @param risk the name as it is written
   */
  record RiskCompare(
      String risk, List<RiskTerm> terms, CompareOp op, long threshold, SourceSpan span)
      implements Condition {
    public RiskCompare {
      terms = List.copyOf(terms);
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.riskCompare(this);
    }
  }

  /** All operands hold; two or more. */
  record And(List<Expr> operands, SourceSpan span) implements Condition {
    public And {
      operands = List.copyOf(operands);
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.and(this);
    }
  }

  /** Some operand holds; two or more. */
  record Or(List<Expr> operands, SourceSpan span) implements Condition {
    public Or {
      operands = List.copyOf(operands);
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.or(this);
    }
  }

  /** The operand does not hold. */
  record Not(Expr operand, SourceSpan span) implements Condition {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.not(this);
    }
  }

  /** {@code element in set}, where the element is neither an entity nor an address. */
  record InSet(Expr element, Expr set, SourceSpan span) implements Condition {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.inSet(this);
    }
  }

  /** {@code member in container}: the container is an entity or a set of entities. */
  record InHierarchy(Expr member, Expr container, SourceSpan span) implements Condition {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.inHierarchy(this);
    }
  }

  /** {@code inner in outer}: an address or a range in a range or in any of a set of ranges. */
  record InNetwork(Expr inner, Expr outer, SourceSpan span) implements Condition {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.inNetwork(this);
    }
  }

  /** {@code now in schedule}. */
  record InSchedule(Expr schedule, SourceSpan span) implements Condition {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.inSchedule(this);
    }
  }

  /** {@code set contains operand} and its kin. */
  record Contains(Containment kind, Expr set, Expr operand, SourceSpan span) implements Condition {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.contains(this);
    }
  }

  /** {@code text matches "glob"}. */
  record MatchesGlob(Expr text, Glob pattern, SourceSpan span) implements Condition {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.matchesGlob(this);
    }
  }

  /** {@code id matches "spiffe://…"}. */
  record MatchesSpiffe(Expr id, SpiffePattern pattern, SourceSpan span) implements Condition {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.matchesSpiffe(this);
    }
  }

  /** {@code text starts with other}, {@code text ends with other}. */
  record HasAffix(Affix affix, Expr text, Expr other, SourceSpan span) implements Condition {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.hasAffix(this);
    }
  }

  /** {@code any(variable in set: body)}, {@code all(…)}. */
  record Quantified(Quantifier quantifier, String variable, Expr set, Expr body, SourceSpan span)
      implements Condition {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.quantified(this);
    }
  }

  /** {@code operand is none}. */
  record IsNone(Expr operand, SourceSpan span) implements Condition {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.isNone(this);
    }
  }

  /** {@code entity is Type}, by the type's qualified name. */
  record IsType(Expr entity, String entityType, SourceSpan span) implements Condition {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.isType(this);
    }
  }

  /** {@code known(operand)}: never unknown itself. */
  record Known(Expr operand, SourceSpan span) implements Condition {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.known(this);
    }
  }

  /**
   * {@code role "name"}: the subject has the role or one that includes it.
   *
   * @param grantedBy the role itself and every role that transitively includes it
   */
  record HasRole(String role, Set<String> grantedBy, SourceSpan span) implements Condition {
    public HasRole {
      grantedBy = Set.copyOf(grantedBy);
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.hasRole(this);
    }
  }

  /** {@code group "name"}: the subject is in the group. */
  record HasGroup(String group, SourceSpan span) implements Condition {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.hasGroup(this);
    }
  }

  /**
   * {@code name.active}: the subject has an active grant of the elevation, by its qualified name.
   */
  record ElevationActive(String elevation, SourceSpan span) implements Condition {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.elevationActive(this);
    }
  }
}
