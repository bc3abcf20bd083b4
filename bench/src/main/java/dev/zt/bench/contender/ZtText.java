package dev.zt.bench.contender;

import dev.zt.bench.model.Condition;
import dev.zt.bench.model.Rule;
import dev.zt.bench.workload.Workload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Policies as zt writes them. */
final class ZtText implements Condition.Visitor<String> {
  private static final int RULES_A_FILE = 2_000;

  private ZtText() {}

  /** The policy as files: the declarations, then as many rules in each as a file may have. */
  static Map<String, String> files(Workload workload) {
    String declarations = workload.declarations();
    String module = declarations.lines().findFirst().orElseThrow();
    List<Rule> rules = workload.rules();
    Map<String, String> files = new LinkedHashMap<>();
    files.put("declarations.zt", declarations);
    for (int from = 0; from < rules.size(); from += RULES_A_FILE) {
      StringBuilder text = new StringBuilder(module).append("\n\n");
      rules
          .subList(from, Math.min(from + RULES_A_FILE, rules.size()))
          .forEach(rule -> text.append(rule(rule)).append("\n\n"));
      files.put("rules" + from + ".zt", text.toString());
    }
    return files;
  }

  private static String rule(Rule rule) {
    String condition = rule.condition().accept(new ZtText());
    String actions =
        (rule.actions().isEmpty() ? "any action" : String.join(", ", rule.actions()))
            + (rule.resourceType() == null ? "" : " on " + rule.resourceType());
    String subjects = rule.role() == null ? "anyone" : "role \"" + rule.role() + '"';
    return rule.id()
        + ":\n"
        + switch (rule.effect()) {
          case PERMIT -> "permit " + subjects + " to " + actions + when(rule, condition);
          case FORBID -> "forbid " + subjects + " to " + actions + when(rule, condition);
          case REQUIRE -> "require " + condition + " to " + actions + " else deny";
        };
  }

  private static String when(Rule rule, String condition) {
    return rule.condition() instanceof Condition.Always ? "" : "\n  when " + condition;
  }

  @Override
  public String always() {
    return "true";
  }

  @Override
  public String isTrue(Condition.IsTrue condition) {
    return condition.field().toString();
  }

  @Override
  public String isText(Condition.IsText condition) {
    return condition.field().root().equals("device")
        ? condition.field() + " == " + condition.text()
        : condition.field() + " == \"" + condition.text() + '"';
  }

  @Override
  public String same(Condition.Same condition) {
    return condition.left() + " == " + condition.right();
  }

  @Override
  public String isSubject(Condition.IsSubject condition) {
    return condition.field() + " == subject";
  }

  @Override
  public String atLeast(Condition.AtLeast condition) {
    return condition.field() + " >= " + condition.bound();
  }

  @Override
  public String below(Condition.Below condition) {
    return condition.field() + " < " + condition.bound();
  }

  @Override
  public String rankAtLeast(Condition.RankAtLeast condition) {
    return condition.field() + " >= " + condition.bound().name();
  }

  @Override
  public String versionAtLeast(Condition.VersionAtLeast condition) {
    return condition.field() + " >= \"" + condition.bound().text() + '"';
  }

  @Override
  public String oneOf(Condition.OneOf condition) {
    return condition.field() + " in " + list(condition.texts());
  }

  @Override
  public String inNetworks(Condition.InNetworks condition) {
    return condition.field() + " in " + list(condition.ranges());
  }

  private static String list(List<String> texts) {
    return texts.stream().collect(Collectors.joining("\", \"", "[\"", "\"]"));
  }

  @Override
  public String atMostAgo(Condition.AtMostAgo condition) {
    // Every `…_at` of the standard signals has its `…_age`.
    return condition.field().toString().replaceFirst("_at$", "_age")
        + " <= "
        + condition.age().toSeconds()
        + "s";
  }

  @Override
  public String workingHours(Condition.WorkingHours condition) {
    return String.format(
        "now in \"Mon-Fri %02d:00-%02d:00 %s\"",
        condition.from(), condition.to(), condition.zone());
  }

  @Override
  public String subjectIn(Condition.SubjectIn condition) {
    return "subject in " + condition.group();
  }

  @Override
  public String resourceIn(Condition.ResourceIn condition) {
    return "resource in " + condition.container();
  }

  @Override
  public String allOf(Condition.AllOf condition) {
    return joined(condition.parts(), " and ");
  }

  @Override
  public String anyOf(Condition.AnyOf condition) {
    return joined(condition.parts(), " or ");
  }

  private String joined(List<Condition> parts, String word) {
    return parts.stream()
        .map(part -> part.accept(this))
        .collect(Collectors.joining(word, "(", ")"));
  }

  @Override
  public String not(Condition.Not condition) {
    return "not (" + condition.part().accept(this) + ')';
  }
}
