package dev.zt.bench.contender;

import dev.zt.bench.model.Condition;
import dev.zt.bench.model.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What the notations of most engines have in common: those that look like Java's. */
abstract class ConditionText implements Condition.Visitor<String> {
  /** The condition in this notation. */
  final String of(Condition condition) {
    return condition.accept(this);
  }

  /** How a field is read. */
  abstract String field(Path path);

  /** How a text is written. */
  String text(String text) {
    return '"' + text + '"';
  }

  /** How a whole number is written. */
  String number(long number) {
    return Long.toString(number);
  }

  @Override
  public String always() {
    return "true";
  }

  @Override
  public String isTrue(Condition.IsTrue condition) {
    return field(condition.field());
  }

  @Override
  public String isText(Condition.IsText condition) {
    return field(condition.field()) + " == " + text(condition.text());
  }

  @Override
  public String same(Condition.Same condition) {
    return field(condition.left()) + " == " + field(condition.right());
  }

  @Override
  public String isSubject(Condition.IsSubject condition) {
    return field(condition.field()) + " == " + field(Path.of("subject.id"));
  }

  @Override
  public String atLeast(Condition.AtLeast condition) {
    return field(condition.field()) + " >= " + number(condition.bound());
  }

  @Override
  public String below(Condition.Below condition) {
    return field(condition.field()) + " < " + number(condition.bound());
  }

  @Override
  public String rankAtLeast(Condition.RankAtLeast condition) {
    return field(condition.field()) + " >= " + number(condition.bound().level());
  }

  @Override
  public String versionAtLeast(Condition.VersionAtLeast condition) {
    return field(condition.field()) + " >= " + number(condition.bound().number());
  }

  @Override
  public String atMostAgo(Condition.AtMostAgo condition) {
    return field(Path.of("time.now"))
        + " - "
        + field(condition.field())
        + " <= "
        + number(condition.age().toMillis());
  }

  @Override
  public String allOf(Condition.AllOf condition) {
    return joined(condition.parts(), " && ");
  }

  @Override
  public String anyOf(Condition.AnyOf condition) {
    return joined(condition.parts(), " || ");
  }

  /** The parts with that operator between them. */
  final String joined(List<Condition> parts, String operator) {
    return parts.stream().map(this::of).collect(Collectors.joining(operator, "(", ")"));
  }

  /** The texts as they are written, joined by commas. */
  final String texts(List<String> texts) {
    return texts.stream().map(this::text).collect(Collectors.joining(", "));
  }

  @Override
  public String not(Condition.Not condition) {
    return "!(" + of(condition.part()) + ')';
  }
}
