package dev.zt.dsl.syntax;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.diagnostic.Nearest;
import dev.zt.dsl.source.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what was expected in a place, in the author's words. */
final class Expected {
  private static final int MOST_NAMED = 5;

  private final Place place;
  private final Boundaries boundaries;

  Expected(Place place, Boundaries boundaries) {
    this.place = place;
    this.boundaries = boundaries;
  }

  /** At the end of a line or of the file it is what stands before that lacks something. */
  Advice advice() {
    if (place.isAtStart()) {
      return new Advice(
          Code.UNEXPECTED,
          place.span(),
          "expected a declaration or a rule, found " + found(),
          "a rule begins with its label, as in `my_rule: permit …`");
    }
    boolean atEnd = place.isEnd() || (!place.continuesLine() && boundaries.beginsItem(place.at()));
    if (atEnd) {
      Span span = place.span(-1);
      return new Advice(
          Code.UNEXPECTED,
          span,
          "expected " + expected() + " after " + quoted(place.text(-1)),
          help());
    }
    return new Advice(
        Code.UNEXPECTED, place.span(), "expected " + expected() + ", found " + found(), help());
  }

  private String found() {
    return place.isEnd() ? "the end of the file" : quoted(place.text());
  }

  static String quoted(String text) {
    return "`" + MistakenNumbers.shown(text) + "`";
  }

  /** What would fit, without what can be left out nearly everywhere. */
  private String expected() {
    Set<Thing> things = EnumSet.noneOf(Thing.class);
    things.addAll(place.ways().things());
    BitSet tokens = (BitSet) place.ways().tokens().clone();
    tokens.clear(0);
    dropNoise(things, tokens);
    List<String> words = new ArrayList<>();
    tokens.stream().forEach(type -> words.add("`" + TokenKinds.text(type) + "`"));
    things.forEach(thing -> words.add(words(thing)));
    if (words.isEmpty()) {
      return "something else";
    }
    if (words.size() > MOST_NAMED) {
      return String.join(", ", words.subList(0, MOST_NAMED)) + " or something else";
    }
    return words.size() == 1
        ? words.get(0)
        : String.join(", ", words.subList(0, words.size() - 1))
            + " or "
            + words.get(words.size() - 1);
  }

  private String words(Thing thing) {
    boolean condition =
        switch (place.type(-1)) {
          case ZtLexer.WHEN,
              ZtLexer.UNLESS,
              ZtLexer.REQUIRE,
              ZtLexer.AND,
              ZtLexer.OR,
              ZtLexer.NOT,
              ZtLexer.WHERE ->
              true;
          default -> false;
        };
    return thing == Thing.VALUE && condition ? "a condition" : thing.words();
  }

  private void dropNoise(Set<Thing> things, BitSet tokens) {
    tokens.clear(ZtLexer.AT_SIGN);
    tokens.clear(ZtLexer.QUESTION);
    if (things.contains(Thing.VALUE) || things.contains(Thing.OPERATOR)) {
      tokens.clear(ZtLexer.NOT);
      tokens.clear(ZtLexer.MINUS);
      tokens.clear(ZtLexer.OPEN_PAREN);
      things.remove(Thing.TEXT);
    }
    if (tokens.get(ZtLexer.ASSIGN)) {
      tokens.clear(ZtLexer.EQUAL);
    }
    if (place.isIn(ZtParser.RULE_type) && !place.text(-1).equals("set")) {
      tokens.clear(ZtLexer.LESS);
    }
    if (things.contains(Thing.NAME)) {
      tokens.clear(1, ZtLexer.LOWER_NAME + 1);
    }
    if (!things.isEmpty() || tokens.cardinality() > 1) {
      tokens.clear(ZtLexer.DOT);
    }
  }

  private @Nullable String help() {
    boolean isWord = TokenKinds.isWord(place.type());
    return isWord
        ? Nearest.help(place.text(), wordsThatFit()).orElseGet(() -> Shapes.of(place))
        : Shapes.of(place);
  }

  private List<String> wordsThatFit() {
    List<String> words = new ArrayList<>();
    place.ways().tokens().stream()
        .filter(type -> type > 0 && TokenKinds.isFieldName(type))
        .forEach(type -> words.add(TokenKinds.text(type)));
    if (place.allows(Thing.TERM)) {
      words.addAll(List.of("add", "subtract"));
    }
    if (place.allows(Thing.ENDPOINT)) {
      words.addAll(List.of("workload", "network"));
    }
    if (place.allows(Thing.STEP)) {
      words.addAll(List.of("given", "after", "event", "do"));
    }
    if (place.allows(Thing.OUTCOME)) {
      words.addAll(List.of("permit", "deny", "challenge", "restrict"));
    }
    return words;
  }
}
