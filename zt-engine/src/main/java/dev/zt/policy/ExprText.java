package dev.zt.policy;

import dev.zt.policy.value.Cidr;
import dev.zt.policy.value.IpAddress;
import dev.zt.policy.value.Schedule;
import dev.zt.policy.value.SpiffeId;
import dev.zt.policy.value.Value;
import dev.zt.policy.value.Version;
import java.util.List;
import java.util.StringJoiner;

/** An expression as a policy writes it, on one line, with no more parentheses than it needs. */
public class ExprText implements ExprVisitor<String> {
  private static final int OR = 1;
  private static final int AND = 2;
  private static final int NOT = 3;
  private static final int COMPARISON = 4;
  private static final int SUM = 5;
  private static final int PRODUCT = 6;
  private static final int UNARY = 7;
  private static final int PRIMARY = 8;

  private static final ExprText WRITTEN = new ExprText();
  private static final ExprText RESOLVED = new Resolved();

  ExprText() {}

  /** How a qualified name of a type, behavior or elevation is written. */
  String typeName(String qualified) {
    return Names.simple(qualified);
  }

  /** The expression as written, lets by their names. */
  public static String of(Expr expr) {
    return expr.accept(WRITTEN);
  }

  /** The expression with the bodies of lets in place of their names: how an unknown is called. */
  public static String resolved(Expr expr) {
    return expr.accept(RESOLVED);
  }

  /** A value as a policy writes it. */
  public static String value(Value value) {
    return WRITTEN.valueText(value);
  }

  final String write(Expr expr) {
    return expr.accept(this);
  }

  @Override
  public String literal(Expr.Literal expr) {
    return valueText(expr.value());
  }

  private String valueText(Value value) {
    if (value instanceof Value.Ref ref) {
      return typeName(ref.type()) + " " + new Value.Text(ref.id());
    }
    if (value instanceof Value.EnumConstant constant) {
      return constant(constant);
    }
    if (value instanceof Value.SetOf set) {
      StringJoiner elements = new StringJoiner(", ", "[", "]");
      for (Value element : set.elements()) {
        elements.add(valueText(element));
      }
      return elements.toString();
    }
    return isTypedText(value) ? new Value.Text(value.toString()).toString() : value.toString();
  }

  /** A constant by its name alone: its place says of which type it is. */
  String constant(Value.EnumConstant constant) {
    return constant.name();
  }

  /** Whether a policy writes the value as a string literal that its place reads. */
  private static boolean isTypedText(Value value) {
    return value instanceof Value.Time
        || value instanceof Value.Country
        || value instanceof Version
        || value instanceof IpAddress
        || value instanceof Cidr
        || value instanceof Schedule
        || value instanceof SpiffeId;
  }

  @Override
  public String listOf(Expr.ListOf expr) {
    StringJoiner elements = new StringJoiner(", ", "[", "]");
    for (Expr element : expr.elements()) {
      elements.add(write(element));
    }
    return elements.toString();
  }

  @Override
  public String subject(Expr.Subject expr) {
    return "subject";
  }

  @Override
  public String resource(Expr.Resource expr) {
    return "resource";
  }

  @Override
  public String now(Expr.Now expr) {
    return "now";
  }

  @Override
  public String variable(Expr.Variable expr) {
    return expr.name();
  }

  @Override
  public String actionField(Expr.ActionField expr) {
    return "action." + expr.field();
  }

  @Override
  public String signalField(Expr.SignalField expr) {
    return expr.signal() + "." + expr.field();
  }

  @Override
  public String fieldOf(Expr.FieldOf expr) {
    return within(expr.target(), PRIMARY) + "." + expr.field();
  }

  @Override
  public String derived(Expr.Derived expr) {
    return write(expr.path());
  }

  @Override
  public String age(Expr.Age expr) {
    return "now - " + within(expr.time(), PRODUCT);
  }

  @Override
  public String openField(Expr.OpenField expr) {
    return write(expr.field());
  }

  @Override
  public String defaulted(Expr.Default expr) {
    return "default(" + write(expr.operand()) + ", " + write(expr.standIn()) + ")";
  }

  @Override
  public String named(Expr.Named expr) {
    return expr.text();
  }

  @Override
  public String arithmetic(Expr.Arithmetic expr) {
    int level = expr.op() == ArithmeticOp.TIMES ? PRODUCT : SUM;
    return within(expr.left(), level) + " " + expr.op() + " " + within(expr.right(), level + 1);
  }

  @Override
  public String negate(Expr.Negate expr) {
    return "-" + within(expr.operand(), PRIMARY);
  }

  @Override
  public String lower(Expr.Lower expr) {
    return "lower(" + write(expr.text()) + ")";
  }

  @Override
  public String size(Expr.Size expr) {
    return "size(" + write(expr.set()) + ")";
  }

  @Override
  public String distanceBetween(Expr.DistanceBetween expr) {
    return "distance(" + write(expr.from()) + ", " + write(expr.to()) + ")";
  }

  @Override
  public String ancestors(Expr.Ancestors expr) {
    return "ancestors(" + write(expr.entity()) + ")";
  }

  @Override
  public String behaviorValue(Expr.BehaviorValue expr) {
    return typeName(expr.behavior());
  }

  @Override
  public String compare(Expr.Compare expr) {
    return infix(expr.left(), expr.op().toString(), expr.right());
  }

  @Override
  public String riskCompare(Expr.RiskCompare expr) {
    return expr.risk() + " " + expr.op() + " " + expr.threshold();
  }

  @Override
  public String and(Expr.And expr) {
    return joined(expr.operands(), " and ", NOT);
  }

  @Override
  public String or(Expr.Or expr) {
    return joined(expr.operands(), " or ", AND);
  }

  private String joined(List<Expr> operands, String connective, int level) {
    StringJoiner joined = new StringJoiner(connective);
    for (Expr operand : operands) {
      joined.add(within(operand, level));
    }
    return joined.toString();
  }

  @Override
  public String not(Expr.Not expr) {
    return "not " + within(expr.operand(), NOT);
  }

  @Override
  public String inSet(Expr.InSet expr) {
    return infix(expr.element(), "in", expr.set());
  }

  @Override
  public String inHierarchy(Expr.InHierarchy expr) {
    return infix(expr.member(), "in", expr.container());
  }

  @Override
  public String inNetwork(Expr.InNetwork expr) {
    return infix(expr.inner(), "in", expr.outer());
  }

  @Override
  public String inSchedule(Expr.InSchedule expr) {
    return "now in " + within(expr.schedule(), SUM);
  }

  @Override
  public String contains(Expr.Contains expr) {
    return infix(expr.set(), expr.kind().toString(), expr.operand());
  }

  @Override
  public String matchesGlob(Expr.MatchesGlob expr) {
    return within(expr.text(), SUM) + " matches " + new Value.Text(expr.pattern().toString());
  }

  @Override
  public String matchesSpiffe(Expr.MatchesSpiffe expr) {
    return within(expr.id(), SUM) + " matches " + new Value.Text(expr.pattern().toString());
  }

  @Override
  public String hasAffix(Expr.HasAffix expr) {
    return infix(expr.text(), expr.affix().toString(), expr.other());
  }

  @Override
  public String quantified(Expr.Quantified expr) {
    return expr.quantifier()
        + "("
        + expr.variable()
        + " in "
        + write(expr.set())
        + ": "
        + write(expr.body())
        + ")";
  }

  @Override
  public String isNone(Expr.IsNone expr) {
    return within(expr.operand(), SUM) + " is none";
  }

  @Override
  public String isType(Expr.IsType expr) {
    return within(expr.entity(), SUM) + " is " + typeName(expr.entityType());
  }

  @Override
  public String known(Expr.Known expr) {
    return "known(" + write(expr.operand()) + ")";
  }

  @Override
  public String hasRole(Expr.HasRole expr) {
    return "role " + new Value.Text(expr.role());
  }

  @Override
  public String hasGroup(Expr.HasGroup expr) {
    return "group " + new Value.Text(expr.group());
  }

  @Override
  public String elevationActive(Expr.ElevationActive expr) {
    return typeName(expr.elevation()) + ".active";
  }

  private String infix(Expr left, String operator, Expr right) {
    return within(left, SUM) + " " + operator + " " + within(right, SUM);
  }

  /** The expression whose text stands for the given one. */
  Expr shown(Expr expr) {
    return expr;
  }

  private String within(Expr expr, int least) {
    String text = write(expr);
    return Level.of(shown(expr)) < least ? "(" + text + ")" : text;
  }

  private static final class Resolved extends ExprText {
    @Override
    public String named(Expr.Named expr) {
      return write(expr.body());
    }

    @Override
    Expr shown(Expr expr) {
      return expr instanceof Expr.Named named ? shown(named.body()) : expr;
    }
  }

  /** How tightly an expression holds its parts together. */
  private static final class Level {
    private Level() {}

    static int of(Expr expr) {
      if (expr instanceof Expr.Or) {
        return OR;
      }
      if (expr instanceof Expr.And) {
        return AND;
      }
      if (expr instanceof Expr.Not) {
        return NOT;
      }
      if (expr instanceof Expr.Arithmetic arithmetic) {
        return arithmetic.op() == ArithmeticOp.TIMES ? PRODUCT : SUM;
      }
      if (expr instanceof Expr.Age) {
        return SUM;
      }
      if (expr instanceof Expr.Negate) {
        return UNARY;
      }
      boolean delimited =
          expr instanceof Expr.Quantified
              || expr instanceof Expr.Known
              || expr instanceof Expr.HasRole
              || expr instanceof Expr.HasGroup
              || expr instanceof Expr.ElevationActive;
      return expr instanceof Expr.Condition && !delimited ? COMPARISON : PRIMARY;
    }
  }
}
