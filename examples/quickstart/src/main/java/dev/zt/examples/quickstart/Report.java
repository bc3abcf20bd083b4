package dev.zt.examples.quickstart;

import dev.zt.Decision;
import dev.zt.DenyCause;
import dev.zt.Explanation;
import dev.zt.Outcome;
import dev.zt.Reason;
import dev.zt.Request;
import dev.zt.Unknown;
import dev.zt.policy.PolicySet;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Lays decisions out for a person to read. */
final class Report {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

  /** Denials for which the deciding rules say everything. */
  private static final Set<DenyCause> RULES_SAY_WHY =
      EnumSet.of(DenyCause.FORBIDDEN, DenyCause.REQUIREMENT_UNMET);

  private final PrintStream out;
  private final Palette palette;
  private final Instant now;

  Report(PrintStream out, Palette palette, Instant now) {
    this.out = out;
    this.palette = palette;
    this.now = now;
  }

  /** What decides, and when. */
  void opening(PolicySet policies) {
    long files = policies.rules().stream().map(rule -> rule.span().file()).distinct().count();
    out.println();
    out.println(
        palette.strong("zt quickstart")
            + palette.faint(
                "  %d rules in %d files · policy %s · %s"
                    .formatted(
                        policies.rules().size(),
                        files,
                        policies.version().substring(0, 12),
                        MOMENT.format(now.atZone(ZoneOffset.UTC)))));
  }

  /** One question and its answer. */
  void decision(int number, Scenario scenario, Decision decision) {
    Request request = scenario.request();
    out.println();
    out.println(palette.faint("%2d  ".formatted(number)) + palette.strong(scenario.title()));
    out.println(
        palette.faint(
            "    %s → %s → %s"
                .formatted(
                    request.subject().reference(),
                    request.action(),
                    request.resource().reference())));
    Block block = new Block(out, palette, decision.outcome());
    reasons(block, decision);
    tasks(block, decision);
    block.line("stands", new Cell(Lifetime.of(now, decision.validUntil())));
    unknowns(block, decision);
    shadow(block, decision);
  }

  /** How many of each. */
  void closing(List<Decision> decisions) {
    String counts =
        Arrays.stream(Outcome.values())
            .map(outcome -> palette.outcome(outcome, count(decisions, outcome) + " " + outcome))
            .collect(Collectors.joining(palette.faint(" · ")));
    out.println();
    out.println(palette.strong(decisions.size() + " decisions") + "  " + counts);
    out.println(palette.faint("Why one came out as it did, in full: add -Dexec.args=--explain=4"));
    out.println();
  }

  /** The whole of why. */
  void explanation(Explanation explanation) {
    out.println(explanation.text());
  }

  private void reasons(Block block, Decision decision) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Reason reason : decision.reasons()) {
      rows.add(rule(reason));
      if (reason.message() != null) {
        rows.add(List.of(new Cell("“" + reason.message() + "”")));
      }
      reason.annotations().forEach((name, text) -> rows.add(List.of(faint(name + " " + text))));
    }
    block.rows("by", rows);
    if (decision instanceof Decision.Deny deny && !RULES_SAY_WHY.contains(deny.cause())) {
      block.line("because", new Cell(deny.message()));
    }
  }

  private static void tasks(Block block, Decision decision) {
    if (decision instanceof Decision.Challenge challenge) {
      block.rows("ask for", column(challenge.challenges()));
    } else if (decision instanceof Decision.Restrict restrict) {
      block.rows("carry out", column(restrict.obligations()));
    }
  }

  private void unknowns(Block block, Decision decision) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Unknown unknown : decision.unknowns()) {
      List<Cell> row = new ArrayList<>();
      row.add(new Cell(unknown.path()));
      row.add(new Cell(unknown.cause().name(), palette::warning));
      if (!unknown.detail().isEmpty()) {
        row.add(new Cell(unknown.detail()));
      }
      rows.add(row);
    }
    block.rows("unknown", rows);
  }

  private void shadow(Block block, Decision decision) {
    Decision shadow = decision.shadow().orElse(decision);
    if (shadow.outcome() != decision.outcome()) {
      Cell outcome =
          new Cell(shadow.outcome().name(), text -> palette.outcome(shadow.outcome(), text));
      List<List<Cell>> rows = new ArrayList<>();
      rows.add(List.of(outcome));
      shadow.reasons().forEach(reason -> rows.add(rule(reason)));
      block.rows("in shadow", rows);
    }
  }

  private List<Cell> rule(Reason reason) {
    return List.of(new Cell(reason.rule(), palette::strong), faint(reason.position().toString()));
  }

  private Cell faint(String text) {
    return new Cell(text, palette::faint);
  }

  private static List<List<Cell>> column(List<?> values) {
    return values.stream().map(value -> List.of(new Cell(value.toString()))).toList();
  }

  private static long count(List<Decision> decisions, Outcome outcome) {
    return decisions.stream().filter(decision -> decision.outcome() == outcome).count();
  }
}
