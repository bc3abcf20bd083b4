package dev.zt.dsl.fuzz;

import dev.zt.dsl.Corpus;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Breaks policy files: in bytes, in tokens, in blocks. The same seed breaks them in the same way.
 */
public final class Mutator {
  private static final Pattern TOKEN =
      Pattern.compile("\"[^\"\\n]*\"|[A-Za-z0-9_./]+|[=!<>]=|=>|\\s+|.", Pattern.DOTALL);

  private static final List<String> HOSTILE =
      List.of(
          "\u0000",
          "\uFEFF",
          "\u202E",
          "\uD83D",
          "\uDE00",
          "🙂",
          "“",
          "\"",
          "'",
          "\\",
          "/*",
          "*/",
          "//",
          "///",
          "{",
          "}",
          "(",
          ")",
          "[",
          "]",
          "<",
          ">",
          "=",
          "==",
          "&&",
          "||",
          "!",
          ";",
          ":",
          "@",
          "#",
          "9223372036854775808",
          "0.00001",
          "1h1h",
          "30min",
          "2026-03-02T09:00:00Z",
          "10.0.0.0/8",
          "permit",
          "when",
          "not",
          "module",
          "import",
          "test",
          "set<",
          "null",
          "\r",
          "\r\n",
          "\u2028");

  private final List<Corpus> corpus;
  private final List<List<String>> tokens;
  private final Random random;

  /** Breaks these files. */
  public Mutator(List<Corpus> corpus, long seed) {
    this.corpus = corpus;
    this.tokens = corpus.stream().map(file -> tokens(file.text())).toList();
    this.random = new Random(seed);
  }

  private static List<String> tokens(String text) {
    return TOKEN.matcher(text).results().map(MatchResult::group).toList();
  }

  /** The next broken file. */
  public String next() {
    int file = random.nextInt(corpus.size());
    int times = 1 + random.nextInt(4);
    if (random.nextInt(3) == 0) {
      return inBytes(corpus.get(file).text(), times);
    }
    List<String> broken = new ArrayList<>(tokens.get(file));
    for (int i = 0; i < times; i++) {
      if (random.nextBoolean()) {
        inTokens(broken);
      } else {
        inBlocks(broken);
      }
    }
    return String.join("", broken);
  }

  private String inBytes(String text, int times) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < times; i++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> bytes = without(bytes, at, Math.min(bytes.length - 1, random.nextInt(40)));
        default -> bytes[at] = bytes[random.nextInt(bytes.length)];
      }
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] without(byte[] bytes, int at, int count) {
    int end = Math.min(bytes.length, at + count);
    byte[] rest = new byte[bytes.length - (end - at)];
    System.arraycopy(bytes, 0, rest, 0, at);
    System.arraycopy(bytes, end, rest, at, bytes.length - end);
    return rest.length == 0 ? new byte[1] : rest;
  }

  private void inTokens(List<String> text) {
    int at = at(text);
    switch (random.nextInt(5)) {
      case 0 -> text.remove(at);
      case 1 -> text.add(at, text.get(at(text)));
      case 2 -> text.set(at, anyToken());
      case 3 -> text.add(at, pick(HOSTILE));
      default -> text.set(at, text.set(at(text), text.get(at)));
    }
    if (text.isEmpty()) {
      text.add("");
    }
  }

  private String anyToken() {
    return pick(pick(tokens));
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private int at(List<String> text) {
    return random.nextInt(text.size());
  }

  /** Takes away, doubles, moves, repeats or wraps what stands in brackets, or any stretch. */
  private void inBlocks(List<String> text) {
    int start = at(text);
    int end = Math.min(text.size(), end(text, start));
    List<String> block = new ArrayList<>(text.subList(start, end));
    switch (random.nextInt(6)) {
      case 0 -> text.subList(start, end).clear();
      case 1 -> text.addAll(end, block);
      case 2 -> {
        text.subList(start, end).clear();
        text.addAll(random.nextInt(text.size() + 1), block);
      }
      case 3 -> {
        for (int i = random.nextInt(20); i > 0; i--) {
          text.addAll(start, block);
        }
      }
      case 4 -> {
        int depth = random.nextInt(300);
        String opener = pick(List.of("(", "[", "{", "not ", "-", "set<", "f("));
        text.addAll(end, List.of(")".repeat(random.nextBoolean() ? depth : 0)));
        text.addAll(start, List.of(opener.repeat(depth)));
      }
      default -> text.addAll(at(text), stretch(pick(tokens)));
    }
    if (text.isEmpty()) {
      text.add("");
    }
  }

  /** A stretch of another file. */
  private List<String> stretch(List<String> other) {
    int start = random.nextInt(other.size());
    return other.subList(start, Math.min(other.size(), end(other, start)));
  }

  private int end(List<String> text, int start) {
    String opener = text.get(start);
    if (!List.of("(", "[", "{").contains(opener)) {
      return start + 1 + random.nextInt(30);
    }
    int depth = 0;
    for (int at = start; at < text.size(); at++) {
      depth += "([{".contains(text.get(at)) ? 1 : 0;
      depth -= ")]}".contains(text.get(at)) ? 1 : 0;
      if (depth == 0) {
        return at + 1;
      }
    }
    return text.size();
  }
}
