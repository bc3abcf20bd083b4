package dev.zt.dsl.syntax;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.source.Span;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Reports characters that mean nothing outside text and comments, and takes them out. */
final class StrayCharacters {
  private static final Map<Integer, String> HELP =
      Map.ofEntries(
          Map.entry((int) '\'', "text stands in double quotes"),
          Map.entry((int) '`', "text stands in double quotes"),
          Map.entry(0x2018, "text stands in double quotes: `\"`"),
          Map.entry(0x2019, "text stands in double quotes: `\"`"),
          Map.entry(0x201C, "text stands in double quotes: `\"`"),
          Map.entry(0x201D, "text stands in double quotes: `\"`"),
          Map.entry((int) '#', "a comment begins with `//`"),
          Map.entry((int) '/', "there is no division; the operators are `+`, `-` and `*`"),
          Map.entry((int) '%', "there is no remainder; the operators are `+`, `-` and `*`"),
          Map.entry((int) '^', "the operators are `+`, `-` and `*`"),
          Map.entry((int) '~', "a pattern is tested with `matches`"),
          Map.entry((int) '$', "a name has letters, digits and `_`"),
          Map.entry((int) '\\', "a backslash stands in text only"),
          Map.entry(0x2010, "did you mean `-`?"),
          Map.entry(0x2011, "did you mean `-`?"),
          Map.entry(0x2012, "did you mean `-`?"),
          Map.entry(0x2013, "did you mean `-`?"),
          Map.entry(0x2014, "did you mean `-`?"),
          Map.entry(0x2212, "did you mean `-`?"),
          Map.entry(0x00D7, "did you mean `*`?"),
          Map.entry(0x2192, "did you mean `=>`?"),
          Map.entry(0x21D2, "did you mean `=>`?"),
          Map.entry(0x2227, "did you mean `and`?"),
          Map.entry(0x2228, "did you mean `or`?"),
          Map.entry(0x00AC, "did you mean `not`?"),
          Map.entry(0x2208, "did you mean `in`?"));

  private final Reporter reporter;
  private final Suppression suppression;

  StrayCharacters(Reporter reporter, Suppression suppression) {
    this.reporter = reporter;
    this.suppression = suppression;
  }

  /** Reports a run of stray characters at its first one, and takes this one out. */
  void character(List<CommonToken> all, int index) {
    CommonToken token = all.get(index);
    token.setChannel(Token.HIDDEN_CHANNEL);
    CommonToken before = index == 0 ? null : all.get(index - 1);
    boolean continues =
        before != null
            && before.getType() == ZtLexer.ERROR_CHAR
            && before.getStopIndex() + 1 == token.getStartIndex();
    if (continues) {
      return;
    }
    int codePoint = reporter.source().text().codePointAt(token.getStartIndex());
    if (Characters.isBlank(codePoint)) {
      reporter.report(
          Code.STRAY_CHARACTER,
          Reporter.span(token),
          Characters.named(codePoint) + " is no blank of the language",
          "put a plain blank");
      return;
    }
    suppression.line(token.getStartIndex());
    if (Characters.isHidden(codePoint)) {
      reporter.report(
          Code.CONTROL_CHARACTER,
          Reporter.span(token),
          Characters.named(codePoint) + " cannot be seen and means nothing here",
          "leave it out");
      return;
    }
    reporter.report(
        Code.STRAY_CHARACTER,
        Reporter.span(token),
        Characters.named(codePoint) + " means nothing here",
        help(codePoint));
  }

  private static @Nullable String help(int codePoint) {
    String help = HELP.get(codePoint);
    return help != null
        ? help
        : plain(codePoint).map(sign -> "did you mean `" + sign + "`?").orElse(null);
  }

  /** The ASCII character that another one is a form of. */
  private static Optional<String> plain(int codePoint) {
    String form = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC);
    boolean ascii = form.length() == 1 && form.charAt(0) < 128 && codePoint >= 128;
    return ascii ? Optional.of(form) : Optional.empty();
  }

  /** Reports a word with letters that names do not have, and takes it for a name. */
  void name(CommonToken token) {
    String word = reporter.text(token);
    suppression.name(word);
    int at = firstBad(word);
    int codePoint = word.codePointAt(at);
    token.setType(
        Character.isUpperCase(word.codePointAt(0)) ? ZtLexer.UPPER_NAME : ZtLexer.LOWER_NAME);
    if (codePoint == '_') {
      reporter.report(
          Code.BAD_NAME,
          Reporter.span(token),
          "a name begins with a letter",
          word.chars().allMatch(c -> c == '_')
              ? null
              : "write `" + word.replaceFirst("^_+", "") + "`");
      return;
    }
    int start = token.getStartIndex() + at;
    reporter.report(
        Code.BAD_NAME,
        new Span(start, start + Character.charCount(codePoint)),
        Characters.named(codePoint) + " is no letter of names",
        "a name has the letters `a` to `z` and `A` to `Z`, digits and `_`");
  }

  private static int firstBad(String word) {
    int at = 0;
    while (at < word.length() && word.charAt(at) < 128) {
      at++;
    }
    return at == word.length() ? 0 : at;
  }
}
