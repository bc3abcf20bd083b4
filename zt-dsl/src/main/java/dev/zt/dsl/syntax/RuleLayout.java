package dev.zt.dsl.syntax;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.source.Span;
import java.util.List;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;

/**
 * Looks at the comments and blank lines between two clauses of a rule: a commented-out head would
 * hand its clauses to the rule above.
 */
final class RuleLayout {
  private static final Pattern LIKE_A_RULE =
      Pattern.compile(
          "(?m)^[ \\t]*+[/*]*+[ \\t]*+(?:shadow\\s++)?+(?:[A-Za-z0-9_-]++[ \\t]*+:[ \\t]*+)?"
              + "(?:permit|forbid|restrict|require)\\b");
  private static final Pattern BLANK_LINE =
      Pattern.compile("(?>\\r\\n|\\r|\\n)[ \\t]*+(?:\\r|\\n)");

  private final Reporter reporter;
  private final CommonTokenStream tokens;

  RuleLayout(Reporter reporter, CommonTokenStream tokens) {
    this.reporter = reporter;
    this.tokens = tokens;
  }

  /** Checks what stands before a clause. */
  void checkBefore(Token clause) {
    int index = clause.getTokenIndex();
    List<Token> hidden = tokens.getHiddenTokensToLeft(index, ZtLexer.COMMENTS);
    List<Token> comments = hidden == null ? List.of() : hidden;
    boolean blankLine = false;
    int before = index - 1;
    while (tokens.get(before).getChannel() != Token.DEFAULT_CHANNEL) {
      before--;
    }
    int gapStart = tokens.get(before).getStopIndex() + 1;
    for (Token comment : comments) {
      blankLine |= hasBlankLine(gapStart, comment.getStartIndex());
      gapStart = comment.getStopIndex() + 1;
      checkComment(comment);
    }
    blankLine |= hasBlankLine(gapStart, clause.getStartIndex());
    if (blankLine) {
      reporter.report(
          Code.BLANK_LINE_IN_RULE,
          Reporter.span(clause),
          "a blank line stands before this clause of the rule above",
          "leave the line out if `" + reporter.text(clause) + "` belongs to that rule");
    }
  }

  private boolean hasBlankLine(int start, int end) {
    return BLANK_LINE.matcher(reporter.source().text(new Span(start, end))).find();
  }

  private void checkComment(Token comment) {
    if (LIKE_A_RULE.matcher(reporter.text(comment)).find()) {
      reporter.report(
          Code.COMMENTED_OUT_RULE,
          Reporter.span(comment),
          "a comment that begins like a rule stands inside a rule, which the next clause would"
              + " belong to",
          "move it out of the rule, or comment out its clauses too");
    }
  }
}
