package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.syntax.BinaryOperator;
import dev.zt.dsl.syntax.Expression;
import dev.zt.policy.Containment;
import dev.zt.policy.Expr;
import dev.zt.policy.ExprParts;
import dev.zt.policy.Quantifier;
import dev.zt.policy.Type;
import dev.zt.policy.Type.Scalar;
import java.util.ArrayList;
import java.util.List;

/** {@code in}, {@code contains} and the quantifiers. */
final class Memberships {
  private static final Type CIDRS = new Type.SetOf(Scalar.CIDR);

  private final ExprChecker checker;

  Memberships(ExprChecker checker) {
    this.checker = checker;
  }

  Expr member(Expression.Binary test) {
    return switch (test.operator()) {
      case IN -> in(test);
      case NOT_IN -> new Expr.Not(in(test), checker.at(test));
      default -> contains(test);
    };
  }

  private Expr in(Expression.Binary test) {
    if (checker.isFlexible(test.left())) {
      return flexibleIn(test);
    }
    Expr left = checker.infer(test.left());
    Type type = Types.bare(left);
    Expression right = test.right();
    if (Poison.is(type)) {
      if (!checker.isFlexible(right)) {
        checker.infer(right);
      }
      return checker.poison(test);
    }
    if (right instanceof Expression.ListLiteral list) {
      return inList(test, left, list);
    }
    if (right instanceof Expression.TextLiteral) {
      return inText(test, left);
    }
    Expr container = checker.infer(right);
    return Poison.is(container) ? checker.poison(test) : inTyped(test, left, container);
  }

  /** {@code "docs:read" in subject.scopes}: the set says what the element is. */
  private Expr flexibleIn(Expression.Binary test) {
    Expr container = checker.infer(test.right());
    if (Poison.is(container)) {
      return checker.poison(test);
    }
    Type type = Types.bare(container);
    if (type instanceof Type.SetOf set) {
      boolean range = set.element() == Scalar.CIDR;
      Expr element = checker.check(test.left(), range ? ipOrCidr(test.left()) : set.element());
      return range
          ? new Expr.InNetwork(element, container, checker.at(test))
          : made(test, element, container);
    }
    if (type == Scalar.CIDR) {
      Expr inner = checker.check(test.left(), ipOrCidr(test.left()));
      return new Expr.InNetwork(inner, container, checker.at(test));
    }
    return refuseContainer(test, type);
  }

  private static Type ipOrCidr(Expression text) {
    boolean range = text instanceof Expression.TextLiteral it && it.value().contains("/");
    return range ? Scalar.CIDR : Scalar.IP;
  }

  /** {@code x in ["a", b]}: the element says what the list holds. */
  private Expr inList(Expression.Binary test, Expr left, Expression.ListLiteral list) {
    Type type = Types.bare(left);
    boolean network = type == Scalar.CIDR || (type == Scalar.IP && !holdsAddress(list));
    Type elements = network ? Scalar.CIDR : type;
    if (type instanceof Type.Entity) {
      Expr container = entities(list);
      return Poison.is(container) ? container : made(test, left, container);
    }
    Expr container = checker.check(list, network ? CIDRS : new Type.SetOf(elements));
    return network
        ? new Expr.InNetwork(left, container, checker.at(test))
        : made(test, left, container);
  }

  private boolean holdsAddress(Expression.ListLiteral list) {
    boolean holds = false;
    for (Expression element : list.elements()) {
      if (!checker.isFlexible(element)) {
        holds |= Types.bare(checker.inferAhead(element)) == Scalar.IP;
      }
    }
    return holds;
  }

  /** A list of containers: they need not be of one type. */
  private Expr entities(Expression.ListLiteral list) {
    if (list.elements().isEmpty()) {
      return new Expr.ListOf(
          List.of(), new Type.SetOf(checker.symbols().everyEntity()), checker.at(list));
    }
    List<Expr> elements = new ArrayList<>();
    List<String> candidates = new ArrayList<>();
    for (Expression each : list.elements()) {
      Expr element = checker.infer(each);
      if (Types.bare(element) instanceof Type.Entity entity) {
        candidates.addAll(entity.candidates());
        elements.add(element);
      } else if (!Poison.is(element)) {
        checker
            .file()
            .report(
                Code.TYPE_MISMATCH,
                each.span(),
                "an entity is expected here, not " + Types.a(element.type()));
      }
    }
    return elements.size() < list.elements().size()
        ? checker.poison(list)
        : new Expr.ListOf(elements, new Type.SetOf(new Type.Entity(candidates)), checker.at(list));
  }

  /** {@code now in "Mon-Fri …"}, {@code location.ip in "10.0.0.0/8"}. */
  private Expr inText(Expression.Binary test, Expr left) {
    Type type = Types.bare(left);
    if (type == Scalar.TIME) {
      return inSchedule(test, left, checker.check(test.right(), Scalar.SCHEDULE));
    }
    if (type == Scalar.IP || type == Scalar.CIDR) {
      Expr range = checker.check(test.right(), Scalar.CIDR);
      return new Expr.InNetwork(left, range, checker.at(test));
    }
    return checker.refuse(
        Code.TYPE_MISMATCH,
        test.right(),
        "nothing can be in a string",
        "a list has brackets: `[\"…\"]`");
  }

  private Expr inSchedule(Expression.Binary test, Expr left, Expr schedule) {
    if (!(left instanceof Expr.Now)) {
      return checker.refuse(
          Code.TYPE_MISMATCH, test.left(), "only `now` can be in a schedule", null);
    }
    return Poison.is(schedule)
        ? checker.poison(test)
        : new Expr.InSchedule(schedule, checker.at(test));
  }

  private Expr inTyped(Expression.Binary test, Expr left, Expr container) {
    Type type = Types.bare(left);
    Type outer = Types.bare(container);
    boolean address = type == Scalar.IP || type == Scalar.CIDR;
    if (outer == Scalar.SCHEDULE) {
      return inSchedule(test, left, container);
    }
    if (address && (outer == Scalar.CIDR || outer.equals(CIDRS))) {
      return new Expr.InNetwork(left, container, checker.at(test));
    }
    if (type instanceof Type.Entity && isEntities(outer)) {
      return new Expr.InHierarchy(left, container, checker.at(test));
    }
    if (!(outer instanceof Type.SetOf set)) {
      return refuseContainer(test, outer);
    }
    if (!Types.fits(type, set.element())) {
      return checker.refuse(
          Code.TYPE_MISMATCH,
          test.right(),
          Types.a(type) + " cannot be in " + Types.a(outer),
          null);
    }
    return made(test, left, container);
  }

  private static boolean isEntities(Type type) {
    return type instanceof Type.Entity
        || (type instanceof Type.SetOf set && set.element() instanceof Type.Entity);
  }

  private Expr refuseContainer(Expression.Binary test, Type type) {
    return checker.refuse(
        Code.TYPE_MISMATCH,
        test.right(),
        "nothing can be in " + Types.a(type),
        "`in` takes a set, a list, a range of addresses, a schedule or an entity");
  }

  private Expr made(Expression.Binary test, Expr element, Expr container) {
    return Types.bare(element) instanceof Type.Entity
        ? new Expr.InHierarchy(element, container, checker.at(test))
        : new Expr.InSet(element, container, checker.at(test));
  }

  private Expr contains(Expression.Binary test) {
    Containment kind = kind(test.operator());
    Expression left = test.left();
    Expression right = test.right();
    if (left instanceof Expression.ListLiteral && checker.isFlexible(left)) {
      return listContains(test, kind);
    }
    Expr set = checker.infer(left);
    if (Poison.is(set)) {
      if (!checker.isFlexible(right)) {
        checker.infer(right);
      }
      return checker.poison(test);
    }
    if (!(Types.bare(set) instanceof Type.SetOf type)) {
      checker
          .file()
          .report(
              Code.NO_SUCH_OPERATOR,
              test.opSpan(),
              Types.a(set.type()) + " has no `" + test.operator().text() + "`",
              Types.bare(set) == Scalar.STRING ? "did you mean `matches \"*…*\"`?" : null);
      return checker.poison(test);
    }
    Expr operand = checker.check(right, kind == Containment.ONE ? type.element() : type);
    return new Expr.Contains(kind, set, operand, checker.at(test));
  }

  /** {@code ["a", "b"] contains x}: the operand says what the list holds. */
  private Expr listContains(Expression.Binary test, Containment kind) {
    Expr operand = checker.infer(test.right());
    Type type = Types.bare(operand);
    Type wanted = kind == Containment.ONE && !Poison.is(type) ? new Type.SetOf(type) : type;
    Expr set = checker.check(test.left(), wanted);
    return new Expr.Contains(kind, set, operand, checker.at(test));
  }

  private static Containment kind(BinaryOperator operator) {
    return switch (operator) {
      case CONTAINS_ANY -> Containment.ANY;
      case CONTAINS_ALL -> Containment.ALL;
      default -> Containment.ONE;
    };
  }

  Expr quantified(Expression.Quantified quantified) {
    Expr set = checker.infer(quantified.set());
    String name = quantified.variable().text();
    Type element = Poison.TYPE;
    if (Types.bare(set) instanceof Type.SetOf type) {
      element = type.element();
    } else if (!Poison.is(set)) {
      checker.refuse(
          Code.TYPE_MISMATCH,
          quantified.set(),
          "a set is expected here, not " + Types.a(set.type()),
          null);
    }
    boolean fresh = checker.checking().isFresh(quantified.variable(), checker.env());
    Expr variable =
        fresh || checker.env().variables().containsKey(name)
            ? new Expr.Variable(
                unique(name), element, checker.file().at(quantified.variable().span()))
            : Poison.expr(checker.file().at(quantified.variable().span()));
    Expr body = checker.in(checker.env().with(name, variable)).condition(quantified.condition());
    return new Expr.Quantified(
        quantified.quantifier() == Expression.Quantifier.ANY ? Quantifier.ANY : Quantifier.ALL,
        unique(name),
        set,
        body,
        checker.at(quantified));
  }

  /**
   * A name for a variable that no argument of a let speaks of: an argument keeps its meaning where
   * the let has a variable of the same name.
   */
  private String unique(String name) {
    String unique = name;
    for (int i = 2; isSpokenOf(unique); i++) {
      unique = name + i;
    }
    return unique;
  }

  private boolean isSpokenOf(String variable) {
    return checker.env().variables().values().stream().anyMatch(each -> speaksOf(each, variable));
  }

  private static boolean speaksOf(Expr expr, String name) {
    return expr instanceof Expr.Variable variable
        ? variable.name().equals(name)
        : ExprParts.of(expr).stream().anyMatch(part -> speaksOf(part, name));
  }
}
