package dev.zt.dsl.syntax;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.syntax.ZtParser.ClauseContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** The clauses of one rule: those that its kind has, each once, in their order. */
final class RuleClauses {
  private final Map<ClauseKind, ClauseContext> clauses;

  private RuleClauses(Map<ClauseKind, ClauseContext> clauses) {
    this.clauses = clauses;
  }

  /** The clauses; nothing when one of them was reported. */
  static Optional<RuleClauses> inOrder(
      Reporter reporter, Token effect, List<ClauseContext> written) {
    Map<ClauseKind, ClauseContext> clauses = new EnumMap<>(ClauseKind.class);
    boolean good = true;
    ClauseKind latest = null;
    for (ClauseContext clause : written) {
      ClauseKind kind = ClauseKind.of(clause);
      if (!ClauseKind.of(effect.getType()).contains(kind)) {
        reportForeign(reporter, effect, kind, clause);
        good = false;
      } else if (clauses.containsKey(kind)) {
        reportRepeated(reporter, kind, clause);
        good = false;
      } else if (latest != null && kind.compareTo(latest) < 0) {
        reportLate(reporter, effect, kind, latest, clause);
        good = false;
      }
      clauses.putIfAbsent(kind, clause);
      latest = latest == null || kind.compareTo(latest) > 0 ? kind : latest;
    }
    for (ClauseKind kind : ClauseKind.requiredBy(effect.getType())) {
      if (good && !clauses.containsKey(kind)) {
        reportMissing(reporter, effect, kind);
        good = false;
      }
    }
    return good ? Optional.of(new RuleClauses(clauses)) : Optional.empty();
  }

  @Nullable ClauseContext optional(ClauseKind kind) {
    return clauses.get(kind);
  }

  ClauseContext required(ClauseKind kind) {
    return Objects.requireNonNull(clauses.get(kind));
  }

  private static void reportForeign(
      Reporter reporter, Token effect, ClauseKind kind, ClauseContext clause) {
    String help =
        switch (kind) {
          case FOR -> "its subjects stand right after `" + TokenKinds.text(effect.getType()) + "`";
          case WITH -> "obligations belong to `restrict`, or to `require … else restrict …`";
          case ELSE -> "only `require` says what happens when its condition does not hold";
          case TO, WHEN, UNLESS, BECAUSE -> null;
        };
    reporter.report(
        Code.MISPLACED_CLAUSE,
        Reporter.span(clause.getStart()),
        "`" + TokenKinds.text(effect.getType()) + "` has no `" + kind.word() + "`",
        help);
  }

  private static void reportRepeated(Reporter reporter, ClauseKind kind, ClauseContext clause) {
    String help =
        switch (kind) {
          case WHEN -> "join the conditions with `and`";
          case UNLESS -> "join the conditions with `or`";
          case FOR, TO, WITH, ELSE -> "join the two by a comma";
          case BECAUSE -> "a rule has one message";
        };
    reporter.report(
        Code.MISPLACED_CLAUSE,
        Reporter.span(clause.getStart()),
        "this rule has `" + kind.word() + "` already",
        help);
  }

  private static void reportLate(
      Reporter reporter, Token effect, ClauseKind kind, ClauseKind latest, ClauseContext clause) {
    reporter.report(
        Code.MISPLACED_CLAUSE,
        Reporter.span(clause.getStart()),
        "`" + kind.word() + "` stands before `" + latest.word() + "`",
        "the order is " + ClauseKind.shape(effect.getType()));
  }

  private static void reportMissing(Reporter reporter, Token effect, ClauseKind kind) {
    String word = TokenKinds.text(effect.getType());
    String message =
        switch (kind) {
          case TO -> "`" + word + "` does not say to which actions";
          case WITH -> "`" + word + "` does not say with which obligations";
          case ELSE -> "`" + word + "` does not say what happens when it does not hold";
          case FOR, WHEN, UNLESS, BECAUSE -> throw new IllegalArgumentException(kind.word());
        };
    String help =
        switch (kind) {
          case TO -> "add `to` and the actions, or `to any action`";
          case WITH -> "add `with` and the obligations, as in `with read_only`";
          case ELSE -> "add `else deny`, `else challenge …` or `else restrict …`";
          case FOR, WHEN, UNLESS, BECAUSE -> throw new IllegalArgumentException(kind.word());
        };
    reporter.report(Code.MISSING_CLAUSE, Reporter.span(effect), message, help);
  }
}
