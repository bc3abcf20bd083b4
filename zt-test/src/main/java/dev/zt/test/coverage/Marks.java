package dev.zt.test.coverage;

import dev.zt.Explanation.Truth;
import dev.zt.policy.SourceSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what is marked in one file: labels of rules, and conditions. */
final class Marks {
  private final String text;
  private final int[] lineStarts;

  private Marks(String text) {
    this.text = text;
    this.lineStarts = lineStarts(text);
  }

  /** A condition, and the rule that it comes into. */
  record Use(RuleCoverage rule, ConditionCoverage condition) {
    Mark.State state() {
      if (!condition.possible()) {
        return Mark.State.IMPOSSIBLE;
      }
      if (condition.isCovered()) {
        return Mark.State.COVERED;
      }
      boolean half =
          !condition.alone(Truth.TRUE).isEmpty() || !condition.alone(Truth.FALSE).isEmpty();
      return half ? Mark.State.PARTLY : Mark.State.MISSING;
    }
  }

  /** In order, none within another. */
  static List<Mark> of(String file, String text, CoverageReport report) {
    Marks marks = new Marks(text);
    List<Mark> all = new ArrayList<>();
    Map<SourceSpan, List<Use>> uses = new LinkedHashMap<>();
    for (RuleCoverage rule : report.rules()) {
      if (rule.span().file().equals(file)) {
        all.add(marks.mark(rule.span(), state(rule), rule.label(), Tips.of(rule)));
      }
      for (ConditionCoverage condition : rule.conditions()) {
        Use use = new Use(rule, condition);
        Stream.of(Optional.of(condition.span()), through(condition))
            .flatMap(Optional::stream)
            .filter(span -> span.file().equals(file))
            .forEach(span -> uses.computeIfAbsent(span, absent -> new ArrayList<>()).add(use));
      }
    }
    uses.forEach((span, each) -> all.add(marks.condition(span, each)));
    return apart(all);
  }

  /** Where the rule itself names what the condition comes through. */
  private static Optional<SourceSpan> through(ConditionCoverage condition) {
    return Optional.ofNullable(condition.through())
        .map(Through::span)
        .filter(span -> !span.equals(condition.span()));
  }

  private static Mark.State state(RuleCoverage rule) {
    return switch (rule.reach()) {
      case DECIDED -> Mark.State.COVERED;
      case IN_SCOPE -> Mark.State.PARTLY;
      case NEVER -> Mark.State.MISSING;
    };
  }

  private Mark condition(SourceSpan span, List<Use> uses) {
    Mark.State state =
        uses.stream().map(Use::state).reduce(Mark.State.IMPOSSIBLE, Mark.State::worse);
    return mark(span, state, name(span, uses.get(0).condition()), Tips.of(uses));
  }

  /** What a reader sees there: the condition, or the use through which it comes into a rule. */
  private static String name(SourceSpan span, ConditionCoverage condition) {
    Through through = condition.through();
    return through != null && through.span().equals(span) ? through.text() : condition.text();
  }

  private Mark mark(SourceSpan span, Mark.State state, String name, String tip) {
    int line = Math.min(span.line(), lineStarts.length) - 1;
    int start = forward(lineStarts[line], span.column() - 1);
    return new Mark(start, forward(start, Math.max(1, span.length())), state, name, tip);
  }

  /** The offset so many code points further on. */
  private int forward(int offset, int codePoints) {
    int at = offset;
    for (int i = 0; i < codePoints && at < text.length(); i++) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  private static List<Mark> apart(List<Mark> marks) {
    marks.sort(Comparator.comparingInt(Mark::start).thenComparing(Mark::end, (a, b) -> b - a));
    List<Mark> apart = new ArrayList<>();
    int end = 0;
    for (Mark mark : marks) {
      if (mark.start() >= end && mark.end() > mark.start()) {
        apart.add(mark);
        end = mark.end();
      }
    }
    return apart;
  }

  private static int[] lineStarts(String text) {
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1))) {
        starts.add(i + 1);
      }
    }
    return starts.stream().mapToInt(Integer::intValue).toArray();
  }
}
