package dev.zt.test.coverage;

import dev.zt.Challenge;
import dev.zt.Decision;
import dev.zt.Obligation;
import dev.zt.test.search.Written;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a case expects so that it holds today. */
final class Expected {
  private Expected() {}

  /**
   * The outcome, its challenges or obligations by name, and the rule where it decides.
   *
   * @param rule the id of the rule that the case is about
   * @param module the module of the test
   */
  static String of(Decision decision, String rule, String module) {
    String outcome = decision.outcome().name().toLowerCase(Locale.ROOT);
    boolean decides = decision.reasons().stream().anyMatch(each -> each.rule().equals(rule));
    return outcome + calls(decision) + (decides ? " by " + Written.rule(module, rule) : "");
  }

  private static String calls(Decision decision) {
    if (decision instanceof Decision.Challenge challenge) {
      return challenge(challenge.challenges());
    }
    return decision instanceof Decision.Restrict restrict
        ? restrict.obligations().stream()
            .map(Obligation::name)
            .distinct()
            .collect(Collectors.joining(", ", " ", ""))
        : "";
  }

  private static String challenge(List<Challenge> challenges) {
    boolean choice = challenges.stream().anyMatch(Challenge::isChoice);
    if (choice && challenges.size() > 1) {
      return "";
    }
    return challenges.stream()
        .flatMap(each -> each.alternatives().stream())
        .map(Challenge.Step::name)
        .distinct()
        .collect(Collectors.joining(", ", choice ? " one of " : " ", ""));
  }
}
