package dev.zt.dsl.syntax;

import dev.zt.dsl.diagnostic.Code;
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
    boolean atEnd = place.isEnd() || (!place.continuesLine() && boundaries.beginsItem(place.at()));
    boolean hasBefore = place.at() > place.start();
    if (atEnd && hasBefore) {
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
    if (things.contains(Thing.VALUE) || things.contains(Thing.OPERATOR)) {
      tokens.clear(ZtLexer.NOT);
      tokens.clear(ZtLexer.MINUS);
      tokens.clear(ZtLexer.DOT);
      tokens.clear(ZtLexer.OPEN_PAREN);
      things.remove(Thing.TEXT);
    }
    boolean others = !tokens.isEmpty() || things.size() > 1;
    if (others) {
      things.remove(Thing.OPERATOR);
    }
    tokens.clear(ZtLexer.QUESTION);
    things.remove(Thing.END);
  }

  private @Nullable String help() {
    return null;
  }
}
