package dev.zt.policy;

import dev.zt.policy.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a policy set as text in which everything that has a meaning stands once and in a fixed
 * order. The body of a let stands once, under a number, however often it is used.
 */
final class CanonicalText {
  private final StringBuilder out = new StringBuilder();
  private final Map<String, Integer> bodies = new LinkedHashMap<>();
  private final ExprText exprs = new Whole();

  private CanonicalText() {}

  static String of(PolicySet set) {
    CanonicalText text = new CanonicalText();
    text.schema(set.schema());
    for (Behavior behavior : set.behaviors()) {
      text.behavior(behavior);
    }
    for (Elevation elevation : set.elevations()) {
      text.elevation(elevation);
    }
    for (Rule rule : set.rules()) {
      text.rule(rule);
    }
    for (OpenPlace open : set.openPlaces()) {
      text.line("open", open.name(), quoted(open.reason()));
    }
    text.bodies();
    return text.out.toString();
  }

  static String of(Behavior behavior) {
    CanonicalText text = new CanonicalText();
    text.behavior(behavior);
    text.bodies();
    return text.out.toString();
  }

  private void schema(Schema schema) {
    for (Schema.Enumeration each : schema.enumerations().values()) {
      line("enum", each.name(), String.join(each.ordered() ? " < " : ", ", inOrder(each)));
    }
    for (Schema.Structure each : schema.structures().values()) {
      line("record", each.name());
      fields(each.fields());
    }
    for (Schema.Entity each : schema.entities().values()) {
      entity(each);
    }
    for (Schema.Signal each : schema.signals().values()) {
      Long fresh = each.fresh();
      line("signal", each.name(), fresh == null ? "" : "fresh " + new Value.Duration(fresh));
      fields(each.fields());
    }
    if (!schema.actionFields().isEmpty()) {
      line("action");
      fields(List.copyOf(schema.actionFields().values()));
    }
    for (Schema.Role each : schema.roles().values()) {
      line("role", quoted(each.name()), "includes", names(each.includes()));
    }
    for (Schema.Signature each : schema.obligations().values()) {
      line("obligation", signature(each));
    }
    for (Schema.Signature each : schema.challenges().values()) {
      line("challenge", signature(each));
    }
    for (Schema.Event each : schema.events().values()) {
      line("event", each.name());
    }
  }

  private static List<String> inOrder(Schema.Enumeration enumeration) {
    return enumeration.ordered()
        ? enumeration.constants()
        : enumeration.constants().stream().sorted().toList();
  }

  private void entity(Schema.Entity entity) {
    line(
        "entity",
        entity.name(),
        "as",
        quoted(entity.outside()),
        "in",
        names(entity.parents()),
        annotations(entity.annotations()));
    fields(entity.fields());
    for (Map.Entry<String, String> action : entity.actions().entrySet()) {
      line("  action", action.getKey(), "as", quoted(action.getValue()));
    }
  }

  private void fields(List<Field> fields) {
    List<String> lines = new ArrayList<>();
    for (Field field : fields) {
      lines.add(
          field.name()
              + " as "
              + quoted(field.outside())
              + ": "
              + (field.secret() ? "secret " : "")
              + type(field.type())
              + (field.derived() ? " derived" : "")
              + (field.open() == null ? "" : " open"));
    }
    Collections.sort(lines);
    for (String each : lines) {
      line(" ", each);
    }
  }

  private static String type(Type type) {
    if (type instanceof Type.SetOf set) {
      return "set<" + type(set.element()) + ">";
    }
    if (type instanceof Type.Optional optional) {
      return type(optional.value()) + "?";
    }
    if (type instanceof Type.Enumeration enumeration) {
      return enumeration.name();
    }
    if (type instanceof Type.Structure structure) {
      return structure.name();
    }
    if (type instanceof Type.Entity entity) {
      return String.join("|", entity.candidates());
    }
    return type.toString();
  }

  private static String signature(Schema.Signature signature) {
    StringJoiner parameters = new StringJoiner(", ", "(", ")");
    for (Schema.Parameter parameter : signature.parameters()) {
      parameters.add(parameter.name() + ": " + type(parameter.type()));
    }
    return signature.name() + parameters;
  }

  private void behavior(Behavior behavior) {
    line(
        "behavior",
        behavior.name(),
        behavior.aggregate().name(),
        all(behavior.values()),
        "over",
        new Value.Duration(behavior.over()).toString());
    if (behavior.source() instanceof Behavior.Source.Decisions decisions) {
      line("  of", decisions.decided().name());
      scope(decisions.scope());
    } else if (behavior.source() instanceof Behavior.Source.Events events) {
      line("  of event", events.event());
    }
    clause("where", behavior.where());
    line("  by", all(behavior.keys()));
  }

  private void elevation(Elevation elevation) {
    line(
        "elevation",
        elevation.id(),
        "at most",
        new Value.Duration(elevation.atMost()).toString(),
        elevation.reasonRequired() ? "with reason" : "",
        annotations(elevation.annotations()));
    scope(elevation.scope());
    clause("when", elevation.when());
    Elevation.Approval approval = elevation.approval();
    if (approval != null) {
      line("  approved by", Integer.toString(approval.count()), anyOf(approval.approvers()));
      clause("approved when", approval.when());
    }
  }

  private void rule(Rule rule) {
    line(
        rule.shadow() ? "shadow rule" : "rule",
        rule.id(),
        rule.effect().toString(),
        annotations(rule.annotations()));
    scope(rule.scope());
    clause("when", rule.when());
    clause("unless", rule.unless());
    clause("require", rule.requirement());
    Consequence consequence = rule.consequence();
    if (consequence != null) {
      line("  else", consequence.toString());
    }
    String because = rule.because();
    if (because != null) {
      line("  because", quoted(because));
    }
  }

  private void scope(Scope scope) {
    line("  subjects", anyOf(scope.subjects()));
    for (Map.Entry<String, Set<String>> target : scope.targets().entrySet()) {
      line("  to", names(target.getValue()), "on", target.getKey());
    }
    line("  resources", anyOf(scope.resources()));
  }

  private void clause(String name, @Nullable Expr condition) {
    if (condition != null) {
      line("  " + name, exprs.write(condition));
    }
  }

  /** Alternatives, whose order has no meaning. */
  private String anyOf(List<Expr> alternatives) {
    List<String> texts = texts(alternatives);
    Collections.sort(texts);
    return texts.isEmpty() ? "all" : String.join(" | ", texts);
  }

  private String all(List<Expr> parts) {
    return String.join(", ", texts(parts));
  }

  private List<String> texts(List<Expr> parts) {
    List<String> texts = new ArrayList<>();
    for (Expr part : parts) {
      texts.add(exprs.write(part));
    }
    return texts;
  }

  /** The number of a body that is written once, however often it is used. */
  private String numbered(String body) {
    Integer known = bodies.get(body);
    int number = known == null ? bodies.size() : known;
    bodies.putIfAbsent(body, number);
    return "#" + number;
  }

  private void bodies() {
    List<String> numbered = new ArrayList<>(bodies.keySet());
    for (int i = 0; i < numbered.size(); i++) {
      line("#" + i, numbered.get(i));
    }
  }

  private static String annotations(Map<String, String> annotations) {
    StringJoiner inOrder = new StringJoiner(" ");
    for (Map.Entry<String, String> each : new TreeMap<>(annotations).entrySet()) {
      inOrder.add("@" + each.getKey() + "(" + quoted(each.getValue()) + ")");
    }
    return inOrder.toString();
  }

  private static String names(Set<String> names) {
    StringJoiner inOrder = new StringJoiner(", ", "[", "]");
    for (String name : new TreeSet<>(names)) {
      inOrder.add(quoted(name));
    }
    return inOrder.toString();
  }

  private static String quoted(String text) {
    return new Value.Text(text).toString();
  }

  private void line(String... parts) {
    out.append(String.join(" ", parts)).append('\n');
  }

  /** Expressions with qualified names, and with all that stands behind a name. */
  private final class Whole extends ExprText {
    private final IdentityHashMap<Expr, String> uses = new IdentityHashMap<>();

    @Override
    String typeName(String qualified) {
      return qualified;
    }

    @Override
    String constant(Value.EnumConstant constant) {
      return constant.type() + "." + constant.name();
    }

    @Override
    public String named(Expr.Named expr) {
      return use(expr, expr.text(), expr.body());
    }

    @Override
    public String derived(Expr.Derived expr) {
      return use(expr, super.derived(expr), expr.body());
    }

    @Override
    public String openField(Expr.OpenField expr) {
      return use(expr, super.openField(expr), expr.standIn());
    }

    @Override
    public String riskCompare(Expr.RiskCompare expr) {
      String known = uses.get(expr);
      if (known == null) {
        String terms =
            expr.terms().stream()
                .map(term -> term.weight() + " when " + write(term.condition()))
                .sorted()
                .collect(Collectors.joining(", "));
        known = "(" + super.riskCompare(expr) + "=" + numbered(terms) + ")";
        uses.put(expr, known);
      }
      return known;
    }

    private String use(Expr expr, String text, Expr body) {
      String known = uses.get(expr);
      if (known == null) {
        known = "(" + text + "=" + numbered(write(body)) + ")";
        uses.put(expr, known);
      }
      return known;
    }
  }
}
