package dev.zt.bench.contender;

import dev.zt.bench.model.Address;
import dev.zt.bench.model.Condition;
import dev.zt.bench.model.Effect;
import dev.zt.bench.model.Path;
import dev.zt.bench.model.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Policies as XACML 3.0 writes them. Attributes are named by their paths. */
final class XacmlText implements Condition.Visitor<String> {
  private static final String FUNCTION = "urn:oasis:names:tc:xacml:1.0:function:";
  private static final String DATA_TYPE = "http://www.w3.org/2001/XMLSchema#";
  private static final String COMBINING = "-combining-algorithm:deny-overrides";

  private XacmlText() {}

  /** One policy for each resource type and set of actions, in one set that denies if one does. */
  static String policySet(List<Rule> rules) {
    Map<Scope, List<Rule>> byScope = new LinkedHashMap<>();
    // What denies comes first, since a denial ends the evaluation.
    for (Rule rule : rules) {
      if (rule.effect() != Effect.PERMIT) {
        byScope.computeIfAbsent(Scope.of(rule), scope -> new ArrayList<>()).add(rule);
      }
    }
    for (Rule rule : rules) {
      if (rule.effect() == Effect.PERMIT) {
        byScope.computeIfAbsent(Scope.of(rule), scope -> new ArrayList<>()).add(rule);
      }
    }
    StringBuilder text = new StringBuilder();
    text.append("<PolicySet xmlns=\"urn:oasis:names:tc:xacml:3.0:core:schema:wd-17\"")
        .append(" PolicySetId=\"root\" Version=\"1.0\" PolicyCombiningAlgId=\"")
        .append("urn:oasis:names:tc:xacml:3.0:policy")
        .append(COMBINING)
        .append("\"><Target/>\n");
    int number = 0;
    for (Map.Entry<Scope, List<Rule>> policy : byScope.entrySet()) {
      text.append("<Policy PolicyId=\"p")
          .append(number++)
          .append("\" Version=\"1.0\" RuleCombiningAlgId=\"")
          .append("urn:oasis:names:tc:xacml:3.0:rule")
          .append(COMBINING)
          .append("\">")
          .append(target(policy.getKey()))
          .append('\n');
      policy.getValue().forEach(rule -> text.append(rule(rule)).append('\n'));
      text.append("</Policy>\n");
    }
    return text.append("</PolicySet>\n").toString();
  }

  /** The category of the attribute with that path. */
  static String category(String path) {
    return switch (path.substring(0, path.indexOf('.'))) {
      case "subject" -> "urn:oasis:names:tc:xacml:1.0:subject-category:access-subject";
      case "resource" -> "urn:oasis:names:tc:xacml:3.0:attribute-category:resource";
      case "action" -> "urn:oasis:names:tc:xacml:3.0:attribute-category:action";
      default -> "urn:oasis:names:tc:xacml:3.0:attribute-category:environment";
    };
  }

  private record Scope(@Nullable String type, List<String> actions) {
    static Scope of(Rule rule) {
      return new Scope(rule.resourceType(), rule.actions());
    }
  }

  private static String target(Scope scope) {
    StringBuilder target = new StringBuilder("<Target>");
    if (scope.type() != null) {
      target.append(anyOf("resource.type", List.of(scope.type())));
    }
    if (!scope.actions().isEmpty()) {
      target.append(anyOf("action.name", scope.actions()));
    }
    return target.append("</Target>").toString();
  }

  private static String anyOf(String path, List<String> texts) {
    return texts.stream()
        .map(
            text ->
                "<AllOf><Match MatchId=\""
                    + FUNCTION
                    + "string-equal\">"
                    + text(text)
                    + bag(path, "string")
                    + "</Match></AllOf>")
        .collect(Collectors.joining("", "<AnyOf>", "</AnyOf>"));
  }

  private static String rule(Rule rule) {
    String condition = rule.condition().accept(new XacmlText());
    String role = rule.role();
    return "<Rule RuleId=\""
        + rule.id()
        + "\" Effect=\""
        + (rule.effect() == Effect.PERMIT ? "Permit" : "Deny")
        + "\">"
        + (role == null ? "" : "<Target>" + anyOf("subject.roles", List.of(role)) + "</Target>")
        + (rule.condition() instanceof Condition.Always
            ? ""
            : "<Condition>"
                + (rule.effect() == Effect.REQUIRE ? apply("not", condition) : condition)
                + "</Condition>")
        + "</Rule>";
  }

  private static String apply(String function, String... arguments) {
    return "<Apply FunctionId=\""
        + FUNCTION
        + function
        + "\">"
        + String.join("", arguments)
        + "</Apply>";
  }

  private static String bag(String path, String type) {
    return "<AttributeDesignator Category=\""
        + category(path)
        + "\" AttributeId=\""
        + path
        + "\" DataType=\""
        + DATA_TYPE
        + type
        + "\" MustBePresent=\"false\"/>";
  }

  private static String only(Path path, String type) {
    return apply(type + "-one-and-only", bag(path.toString(), type));
  }

  private static String number(Path path) {
    return only(path, "integer");
  }

  private static String number(long value) {
    return value("integer", Long.toString(value));
  }

  private static String text(Path path) {
    return only(path, "string");
  }

  private static String text(String value) {
    return value("string", value);
  }

  private static String value(String type, String value) {
    return "<AttributeValue DataType=\"" + DATA_TYPE + type + "\">" + value + "</AttributeValue>";
  }

  private static String atLeast(Path field, long bound) {
    return apply("integer-greater-than-or-equal", number(field), number(bound));
  }

  private static String atMost(Path field, long bound) {
    return apply("integer-less-than-or-equal", number(field), number(bound));
  }

  @Override
  public String always() {
    return value("boolean", "true");
  }

  @Override
  public String isTrue(Condition.IsTrue condition) {
    return only(condition.field(), "boolean");
  }

  @Override
  public String isText(Condition.IsText condition) {
    return apply("string-equal", text(condition.field()), text(condition.text()));
  }

  @Override
  public String same(Condition.Same condition) {
    return apply("string-equal", text(condition.left()), text(condition.right()));
  }

  @Override
  public String isSubject(Condition.IsSubject condition) {
    return apply("string-equal", text(condition.field()), text(Path.of("subject.id")));
  }

  @Override
  public String atLeast(Condition.AtLeast condition) {
    return atLeast(condition.field(), condition.bound());
  }

  @Override
  public String below(Condition.Below condition) {
    return atMost(condition.field(), condition.bound() - 1);
  }

  @Override
  public String rankAtLeast(Condition.RankAtLeast condition) {
    return atLeast(condition.field(), condition.bound().level());
  }

  @Override
  public String versionAtLeast(Condition.VersionAtLeast condition) {
    return atLeast(condition.field(), condition.bound().number());
  }

  @Override
  public String oneOf(Condition.OneOf condition) {
    String[] texts = condition.texts().stream().map(XacmlText::text).toArray(String[]::new);
    return apply("string-is-in", text(condition.field()), apply("string-bag", texts));
  }

  @Override
  public String inNetworks(Condition.InNetworks condition) {
    Path field = condition.field();
    return apply(
        "or",
        condition.ranges().stream()
            .map(
                range ->
                    apply(
                        "and",
                        atLeast(field, Address.first(range)),
                        atMost(field, Address.last(range))))
            .toArray(String[]::new));
  }

  @Override
  public String atMostAgo(Condition.AtMostAgo condition) {
    return apply(
        "integer-less-than-or-equal",
        apply("integer-subtract", number(Path.of("time.now")), number(condition.field())),
        number(condition.age().toMillis()));
  }

  @Override
  public String workingHours(Condition.WorkingHours condition) {
    LocalTime.requireZone(condition.zone());
    return apply(
        "and",
        atMost(Path.of("time.day"), 5),
        atLeast(Path.of("time.hour"), condition.from()),
        atMost(Path.of("time.hour"), condition.to() - 1L));
  }

  @Override
  public String subjectIn(Condition.SubjectIn condition) {
    return apply("string-is-in", text(condition.group()), bag("subject.ancestors", "string"));
  }

  @Override
  public String resourceIn(Condition.ResourceIn condition) {
    return apply(
        "string-at-least-one-member-of",
        bag(condition.container().toString(), "string"),
        bag("resource.ancestors", "string"));
  }

  @Override
  public String allOf(Condition.AllOf condition) {
    return apply("and", parts(condition.parts()));
  }

  @Override
  public String anyOf(Condition.AnyOf condition) {
    return apply("or", parts(condition.parts()));
  }

  private String[] parts(List<Condition> parts) {
    return parts.stream().map(part -> part.accept(this)).toArray(String[]::new);
  }

  @Override
  public String not(Condition.Not condition) {
    return apply("not", condition.part().accept(this));
  }
}
