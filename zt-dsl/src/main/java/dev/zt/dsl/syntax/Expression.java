package dev.zt.dsl.syntax;

import dev.zt.dsl.source.Span;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A condition or value as written. Parentheses leave no node; a span does not include them. */
public sealed interface Expression {
  /** The whole text. */
  Span span();

  /** Calls the method for this form. */
  <R> R accept(Visitor<R> visitor);

  /** {@code true}, {@code false}. */
  record BoolLiteral(boolean value, Span span) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitBool(this);
    }
  }

  /** {@code none}. */
  record NoneLiteral(Span span) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitNone(this);
    }
  }

  /** {@code 10_000}, {@code -1}. */
  record IntLiteral(long value, Span span) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitInt(this);
    }
  }

  /** {@code 3.25}: at most 4 places after the point. */
  record DecimalLiteral(BigDecimal value, Span span) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitDecimal(this);
    }
  }

  /** {@code "text"}, escapes decoded. */
  record TextLiteral(String value, Span span) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitText(this);
    }
  }

  /** {@code 1h30m}, in milliseconds. */
  record DurationLiteral(long millis, Span span) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitDuration(this);
    }
  }

  /** {@code 50km}, in kilometres, at most 4 places after the point. */
  record DistanceLiteral(BigDecimal kilometres, Span span) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitDistance(this);
    }
  }

  /** {@code 900km/h}, in kilometres an hour, at most 4 places after the point. */
  record SpeedLiteral(BigDecimal kilometresPerHour, Span span) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSpeed(this);
    }
  }

  /** {@code [a, b]}. */
  record ListLiteral(List<Expression> elements, Span span) implements Expression {
    public ListLiteral {
      elements = List.copyOf(elements);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitList(this);
    }
  }

  /** {@code { name: value, … }}: a record or a fixture, which only tests hold. */
  record RecordLiteral(List<Property> properties, Span span) implements Expression {
    public RecordLiteral {
      properties = List.copyOf(properties);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitRecord(this);
    }
  }

  /**
   * {@code Team "t1"}, for fixtures with properties.
   *
   * @param properties null for a plain reference; {@code Team "t1" {}} has an empty record
   */
  record EntityLiteral(QualifiedName type, Text id, @Nullable RecordLiteral properties, Span span)
      implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitEntity(this);
    }
  }

  /** A bare name: a value in scope, a constant of an enum, the first part of a qualified name. */
  record Reference(Name name) implements Expression {
    @Override
    public Span span() {
      return name.span();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitReference(this);
    }
  }

  /**
   * {@code target.name}: a field, or a further part of a qualified name ({@code Health.healthy},
   * {@code acme.people.eu}); only names in scope tell which.
   */
  record Select(Expression target, Name name, Span span) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSelect(this);
    }
  }

  /** {@code f(a, b)}: a let with parameters or a built-in function. */
  record Apply(QualifiedName function, List<Argument> arguments, Span span) implements Expression {
    public Apply {
      arguments = List.copyOf(arguments);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitApply(this);
    }
  }

  /** {@code known(x)}. */
  record Known(Expression argument, Span span) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitKnown(this);
    }
  }

  /** {@code default(x, v)}. */
  record Default(Expression argument, Expression fallback, Span span) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitDefault(this);
    }
  }

  /** {@code role "x"}, {@code group "x"}, {@code segment s} as a condition about the subject. */
  record SubjectTest(Selector selector) implements Expression {
    @Override
    public Span span() {
      return selector.span();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSubjectTest(this);
    }
  }

  /** {@code any(x in set: condition)}, {@code all(…)}. */
  record Quantified(
      Quantifier quantifier, Name variable, Expression set, Expression condition, Span span)
      implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitQuantified(this);
    }
  }

  /** Which elements a condition must hold for. */
  enum Quantifier {
    /** At least one. */
    ANY,
    /** Every one. */
    ALL
  }

  /** {@code not x}. */
  record Not(Expression operand, Span opSpan, Span span) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitNot(this);
    }
  }

  /**
   * {@code a and b and c}.
   *
   * @param operands at least two
   * @param opSpans one fewer
   */
  record And(List<Expression> operands, List<Span> opSpans, Span span) implements Expression {
    public And {
      operands = List.copyOf(operands);
      opSpans = List.copyOf(opSpans);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAnd(this);
    }
  }

  /**
   * {@code a or b or c}.
   *
   * @param operands at least two
   * @param opSpans one fewer
   */
  record Or(List<Expression> operands, List<Span> opSpans, Span span) implements Expression {
    public Or {
      operands = List.copyOf(operands);
      opSpans = List.copyOf(opSpans);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitOr(this);
    }
  }

  /** {@code a == b}, {@code a in b}, {@code a + b}, … */
  record Binary(BinaryOperator operator, Expression left, Expression right, Span opSpan, Span span)
      implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitBinary(this);
    }
  }

  /** {@code -x}, where x is no number literal. */
  record Negate(Expression operand, Span opSpan, Span span) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitNegate(this);
    }
  }

  /**
   * {@code x is none}.
   *
   * @param opSpan {@code is none}
   */
  record IsNone(Expression operand, Span opSpan, Span span) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitIsNone(this);
    }
  }

  /**
   * {@code x is Type}.
   *
   * @param opSpan {@code is}
   */
  record IsType(Expression operand, QualifiedName type, Span opSpan, Span span)
      implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitIsType(this);
    }
  }

  /** Something that could not be read; the error is reported, and it calls for no other. */
  record Broken(Span span) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitBroken(this);
    }
  }

  /** The names of a dotted path that is nothing else: {@code a.b.C}. */
  static Optional<QualifiedName> path(Expression expression) {
    Deque<Name> names = new ArrayDeque<>();
    Expression at = expression;
    while (at instanceof Select select) {
      names.addFirst(select.name());
      at = select.target();
    }
    if (at instanceof Reference reference) {
      names.addFirst(reference.name());
      return Optional.of(new QualifiedName(List.copyOf(names), expression.span()));
    }
    return Optional.empty();
  }

  /** One method for each form. */
  interface Visitor<R> {
    /** A truth value. */
    R visitBool(BoolLiteral expression);

    /** The absence of a value. */
    R visitNone(NoneLiteral expression);

    /** A whole number. */
    R visitInt(IntLiteral expression);

    /** A decimal. */
    R visitDecimal(DecimalLiteral expression);

    /** A text. */
    R visitText(TextLiteral expression);

    /** A duration. */
    R visitDuration(DurationLiteral expression);

    /** A distance. */
    R visitDistance(DistanceLiteral expression);

    /** A speed. */
    R visitSpeed(SpeedLiteral expression);

    /** A list. */
    R visitList(ListLiteral expression);

    /** A record. */
    R visitRecord(RecordLiteral expression);

    /** An entity. */
    R visitEntity(EntityLiteral expression);

    /** A bare name. */
    R visitReference(Reference expression);

    /** A name after a dot. */
    R visitSelect(Select expression);

    /** A call. */
    R visitApply(Apply expression);

    /** Whether something is known. */
    R visitKnown(Known expression);

    /** A value with a stand-in. */
    R visitDefault(Default expression);

    /** A role, group or segment. */
    R visitSubjectTest(SubjectTest expression);

    /** A quantifier. */
    R visitQuantified(Quantified expression);

    /** A negation. */
    R visitNot(Not expression);

    /** A conjunction. */
    R visitAnd(And expression);

    /** A disjunction. */
    R visitOr(Or expression);

    /** A binary operator. */
    R visitBinary(Binary expression);

    /** A minus sign. */
    R visitNegate(Negate expression);

    /** A test for none. */
    R visitIsNone(IsNone expression);

    /** A test for a type. */
    R visitIsType(IsType expression);

    /** Something unreadable. */
    R visitBroken(Broken expression);
  }
}
