package dev.zt.test;

import dev.zt.Challenge;
import dev.zt.Decision;
import dev.zt.Obligation;
import dev.zt.Outcome;
import dev.zt.Reason;
import dev.zt.dsl.suite.Expectation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares a decision with what a case expects. */
final class Differences {
  private Differences() {}

  /** What differs, each in one line; empty when all is as expected. */
  static List<String> between(Expectation expected, Decision decision) {
    if (expected.outcome() != decision.outcome()) {
      return List.of("expected " + expected + ", but it is " + actual(decision));
    }
    List<String> differences = new ArrayList<>();
    if (decision instanceof Decision.Challenge challenge && !expected.challenges().isEmpty()) {
      challenges(expected.challenges(), challenge.challenges(), differences);
    }
    if (decision instanceof Decision.Restrict restrict && !expected.obligations().isEmpty()) {
      obligations(expected.obligations(), restrict.obligations(), differences);
    }
    Set<String> deciding =
        decision.reasons().stream().map(Reason::rule).collect(Collectors.toSet());
    for (String rule : expected.by()) {
      if (!deciding.contains(rule)) {
        differences.add("`" + rule + "` is not among the rules that decided");
      }
    }
    return differences;
  }

  /** The outcome with its challenges or obligations, as a test writes them. */
  static String actual(Decision decision) {
    String word = word(decision.outcome());
    if (decision instanceof Decision.Challenge challenge) {
      return word + " " + joined(challenge.challenges());
    }
    return decision instanceof Decision.Restrict restrict
        ? word + " " + joined(restrict.obligations())
        : word;
  }

  static String word(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }

  private static String joined(List<?> calls) {
    return calls.stream().map(Object::toString).collect(Collectors.joining(", "));
  }

  private static void challenges(
      List<Challenge> expected, List<Challenge> actual, List<String> differences) {
    for (Challenge each : expected) {
      if (actual.stream().noneMatch(it -> meets(each, it))) {
        differences.add("there is no challenge `" + each + "`, but " + joined(actual));
      }
    }
    for (Challenge each : actual) {
      if (expected.stream().noneMatch(it -> meets(it, each))) {
        differences.add("there is a challenge more: `" + each + "`");
      }
    }
  }

  private static boolean meets(Challenge expected, Challenge actual) {
    return expected.isChoice() == actual.isChoice()
        && covers(expected.alternatives(), actual.alternatives())
        && actual.alternatives().stream()
            .allMatch(each -> expected.alternatives().stream().anyMatch(it -> meets(it, each)));
  }

  private static boolean covers(List<Challenge.Step> expected, List<Challenge.Step> actual) {
    return expected.stream().allMatch(each -> actual.stream().anyMatch(it -> meets(each, it)));
  }

  private static boolean meets(Challenge.Step expected, Challenge.Step actual) {
    return meets(expected.name(), expected.arguments(), actual.name(), actual.arguments());
  }

  private static void obligations(
      List<Obligation> expected, List<Obligation> actual, List<String> differences) {
    for (Obligation each : expected) {
      if (actual.stream().noneMatch(it -> meets(each, it))) {
        differences.add("there is no obligation `" + each + "`, but " + joined(actual));
      }
    }
    for (Obligation each : actual) {
      if (expected.stream().noneMatch(it -> meets(it, each))) {
        differences.add("there is an obligation more: `" + each + "`");
      }
    }
  }

  private static boolean meets(Obligation expected, Obligation actual) {
    return meets(expected.name(), expected.arguments(), actual.name(), actual.arguments());
  }

  /** A call is met by one of the same name that has at least the arguments that are named. */
  private static boolean meets(
      String name, Map<String, Object> arguments, String other, Map<String, Object> others) {
    return name.equals(other) && others.entrySet().containsAll(arguments.entrySet());
  }
}
