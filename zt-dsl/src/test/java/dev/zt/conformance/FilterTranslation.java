package dev.zt.conformance;

import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A filter of a review as access requests elsewhere write it, in the words of a condition on an
 * approver: {@code contains(reviewer.traits["teams"],"a")} is {@code approver.teams contains "a"}.
 */
final class FilterTranslation {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(\"[^\"]*\"|&&|\\|\\||[!(),\\[\\].]|[A-Za-z_]+)");
  private static final Map<String, String> OWNERS =
      Map.of("reviewer", "approver", "review", "review", "request", "asked");

  private final Matcher tokens;
  private String next = "";

  private FilterTranslation(String filter) {
    tokens = TOKEN.matcher(filter);
    advance();
  }

  /** The condition that a filter says. */
  static String of(String filter) {
    FilterTranslation translation = new FilterTranslation(filter);
    String condition = translation.either();
    if (!translation.next.isEmpty()) {
      throw new IllegalArgumentException("no filter: " + filter);
    }
    return condition;
  }

  private String advance() {
    String taken = next;
    next = tokens.lookingAt() ? tokens.group(1) : "";
    if (!next.isEmpty()) {
      tokens.region(tokens.end(), tokens.regionEnd());
    }
    return taken;
  }

  private String either() {
    return joined("||", " or ", this::both);
  }

  private String both() {
    return joined("&&", " and ", this::single);
  }

  private String joined(String operator, String word, Supplier<String> operand) {
    StringBuilder condition = new StringBuilder(operand.get());
    while (next.equals(operator)) {
      advance();
      condition.append(word).append(operand.get());
    }
    return condition.toString();
  }

  private String single() {
    String token = advance();
    if (token.equals("!")) {
      return "not " + single();
    }
    if (token.equals("(")) {
      String inner = either();
      advance();
      return "(" + inner + ")";
    }
    advance();
    String left = operand();
    advance();
    String right = operand();
    advance();
    return "(" + left + (token.equals("contains") ? " contains " : " == ") + right + ")";
  }

  private String operand() {
    String token = advance();
    if (token.startsWith("\"")) {
      return token;
    }
    advance();
    String field = advance();
    if (next.equals("[")) {
      advance();
      String name = advance();
      field = name.substring(1, name.length() - 1);
      advance();
    }
    return OWNERS.get(token) + "." + field;
  }
}
