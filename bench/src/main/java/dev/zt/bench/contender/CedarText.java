package dev.zt.bench.contender;

import dev.zt.bench.model.Condition;
import dev.zt.bench.model.Path;
import dev.zt.bench.model.Rule;
import java.util.List;
import java.util.stream.Collectors;

/** Policies as Cedar writes them. Roles are entities that a principal is in. */
final class CedarText extends ConditionText {
  private CedarText() {}

  static String policies(List<Rule> rules) {
    CedarText text = new CedarText();
    return rules.stream().map(text::policy).collect(Collectors.joining("\n"));
  }

  private String policy(Rule rule) {
    String scope =
        "(principal%s, action%s, resource%s)"
            .formatted(
                rule.role() == null ? "" : " in Role::" + text(rule.role()),
                actions(rule.actions()),
                rule.resourceType() == null ? "" : " is " + rule.resourceType());
    String head = "@id(" + text(rule.id()) + ")\n";
    String when =
        rule.condition() instanceof Condition.Always
            ? ""
            : " when { " + of(rule.condition()) + " }";
    return switch (rule.effect()) {
      case PERMIT -> head + "permit" + scope + when + ';';
      case FORBID -> head + "forbid" + scope + when + ';';
      case REQUIRE -> head + "forbid" + scope + " unless { " + of(rule.condition()) + " };";
    };
  }

  private String actions(List<String> actions) {
    return switch (actions.size()) {
      case 0 -> "";
      case 1 -> " == Action::" + text(actions.get(0));
      default ->
          actions.stream()
              .map(action -> "Action::" + text(action))
              .collect(Collectors.joining(", ", " in [", "]"));
    };
  }

  @Override
  String field(Path path) {
    return switch (path.root()) {
      case "subject" -> "principal." + path.field();
      case "resource" -> path.toString();
      default -> "context." + path;
    };
  }

  @Override
  public String isSubject(Condition.IsSubject condition) {
    return field(condition.field()) + " == principal";
  }

  @Override
  public String atMostAgo(Condition.AtMostAgo condition) {
    return "context.now.durationSince(%s) <= duration(\"%ds\")"
        .formatted(field(condition.field()), condition.age().toSeconds());
  }

  @Override
  public String oneOf(Condition.OneOf condition) {
    return "[" + texts(condition.texts()) + "].contains(" + field(condition.field()) + ')';
  }

  @Override
  public String inNetworks(Condition.InNetworks condition) {
    return condition.ranges().stream()
        .map(range -> field(condition.field()) + ".isInRange(ip(" + text(range) + "))")
        .collect(Collectors.joining(" || ", "(", ")"));
  }

  @Override
  public String workingHours(Condition.WorkingHours condition) {
    LocalTime.requireZone(condition.zone());
    return "context.day <= 5 && context.hour >= %d && context.hour < %d"
        .formatted(condition.from(), condition.to());
  }

  @Override
  public String subjectIn(Condition.SubjectIn condition) {
    return "principal in " + field(condition.group());
  }

  @Override
  public String resourceIn(Condition.ResourceIn condition) {
    return "resource in " + field(condition.container());
  }
}
