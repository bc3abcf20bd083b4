package dev.zt.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Texts that want to exhaust the compiler. */
class GuardsTest {
  private static final int MIB = 1 << 20;
  private static final Duration MOST = Duration.ofSeconds(30);

  private static final String HEAD =
      "module t\nentity User { n: int  flag: bool }\nentity Doc { actions read }\n";
  private static final String RULE = HEAD + "p: permit User to read Doc when ";

  /** What is repeated until the file is full, and what stands before it. */
  private static final Map<String, String> FILLED =
      Map.ofEntries(
          Map.entry("(", RULE),
          Map.entry("[", RULE),
          Map.entry("{", RULE),
          Map.entry("not ", RULE),
          Map.entry("- ", RULE),
          Map.entry("f(", RULE),
          Map.entry("x.", RULE),
          Map.entry("1 + ", RULE),
          Map.entry("true and ", RULE),
          Map.entry("subject.n == 1 or ", RULE),
          Map.entry("1 < ", RULE),
          Map.entry("any(x in ", RULE),
          Map.entry("s contains any (", RULE),
          Map.entry("1_", RULE),
          Map.entry("1", RULE),
          Map.entry("1.", RULE),
          Map.entry("1h", RULE),
          Map.entry("2026-03-", RULE),
          Map.entry("a", RULE),
          Map.entry("a-", HEAD),
          Map.entry("\"", RULE),
          Map.entry("\"x\" ", RULE),
          Map.entry("\\", RULE),
          Map.entry("set<", HEAD + "let x: "),
          Map.entry("x: int ", HEAD + "entity A { "),
          Map.entry("x int ", HEAD + "entity A { "),
          Map.entry("a = b, ", HEAD + "entity A { actions "),
          Map.entry("}", HEAD),
          Map.entry(")", HEAD),
          Map.entry(";", HEAD),
          Map.entry("\u0000", HEAD),
          Map.entry("🙂", HEAD),
          Map.entry("\uD83D", HEAD),
          Map.entry("é", HEAD),
          Map.entry("'", HEAD),
          Map.entry("@", HEAD),
          Map.entry("@a(\"b\") ", HEAD),
          Map.entry("/// d\n", HEAD),
          Map.entry("/*", HEAD),
          Map.entry("// permit x\n", RULE + "true\n"),
          Map.entry(" ", RULE + "true // "),
          Map.entry("\n", RULE + "true\n"),
          Map.entry("\r", HEAD),
          Map.entry("permit ", HEAD),
          Map.entry("p: ", HEAD),
          Map.entry("when ", HEAD + "p: permit User to read Doc "),
          Map.entry("entity A { ", HEAD),
          Map.entry("enitity A { }\n", HEAD),
          Map.entry("p: permit User read Doc\n", HEAD),
          Map.entry("module ", ""),
          Map.entry("if ", HEAD),
          Map.entry("read => ", HEAD + "test \"x\" { "),
          Map.entry("given x ", HEAD + "test \"x\" { "),
          Map.entry("add 1 when ", HEAD + "risk r { "));

  @TestFactory
  Stream<DynamicTest> aFileFullOfOneThingIsAnsweredInTime() {
    return FILLED.keySet().stream()
        .sorted()
        .map(
            part ->
                DynamicTest.dynamicTest(
                    shown(part), () -> answersInTime(full(FILLED.get(part), part))));
  }

  private static String shown(String part) {
    return part.chars()
        .mapToObj(c -> c > ' ' && c < 0x7F ? Character.toString(c) : String.format("<%04X>", c))
        .collect(Collectors.joining());
  }

  private static String full(String head, String part) {
    int bytes = part.getBytes(StandardCharsets.UTF_8).length;
    return head + part.repeat((MIB - head.length() - 1) / Math.max(bytes, part.length() * 2 - 1));
  }

  private static void answersInTime(String text) {
    long start = System.nanoTime();
    Compilation compilation = PolicyCompiler.compile("file.zt", text);
    String report = compilation.report();
    Duration taken = Duration.ofNanos(System.nanoTime() - start);

    assertThat(report.length()).isLessThan(101 * 1_500);
    assertThat(compilation.errors().size()).isLessThanOrEqualTo(101);
    assertThat(taken).isLessThan(MOST);
  }

  @Test
  void aFileFullOfRulesIsCompiledInTime() {
    String rules =
        IntStream.range(0, 12_000)
            .mapToObj(
                i ->
                    "p"
                        + i
                        + ":\npermit User to read Doc when subject.n == "
                        + i
                        + " or not subject.flag\n")
            .collect(Collectors.joining());

    answersInTime(HEAD + rules);
    assertThat(PolicyCompiler.compile("a.zt", HEAD + rules).errors()).isEmpty();
  }

  @Test
  void aFileLargerThanOneMebibyteIsRefused() {
    String large = HEAD + "// " + "x".repeat(MIB - HEAD.length() - 3);

    assertThat(PolicyCompiler.compile("a.zt", large).errors()).isEmpty();
    assertThat(messages(PolicyCompiler.compile("a.zt", large + "x")))
        .containsExactly("this file is larger than 1 MiB");
  }

  @Test
  void theLimitOfAFileCountsBytes() {
    String large = HEAD + "// " + "é".repeat(MIB / 2);

    assertThat(messages(PolicyCompiler.compile("a.zt", large)))
        .containsExactly("this file is larger than 1 MiB");
  }

  @TestFactory
  Stream<DynamicTest> levelsOfNestingAreLimited() {
    Map<String, UnaryOperator<String>> wrapping =
        Map.of(
            "parentheses", inner -> "(" + inner + ")",
            "negations", inner -> "not " + inner,
            "quantifiers", inner -> "any(x in subject.tags: " + inner + ")");
    return wrapping.entrySet().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey(),
                    () -> {
                      assertThat(nested(each.getValue(), 249)).doesNotContain(TOO_DEEP);
                      assertThat(nested(each.getValue(), 300)).containsExactly(TOO_DEEP);
                    }));
  }

  private static final String TOO_DEEP = "this is nested more than 250 levels deep";

  private static List<String> nested(UnaryOperator<String> wrapping, int levels) {
    String condition =
        Stream.iterate("subject.flag", wrapping).skip(levels).findFirst().orElseThrow();
    return messages(PolicyCompiler.compile("a.zt", RULE + condition));
  }

  @Test
  void whatLiesSideBySideIsNotNested() {
    String many = String.join(" and ", Collections.nCopies(5_000, "subject.n == -1"));

    assertThat(PolicyCompiler.compile("a.zt", RULE + many).errors()).isEmpty();
  }

  @Test
  void atMostThirtySyntaxErrorsOfAFileAreReported() {
    String rules =
        IntStream.range(0, 50)
            .mapToObj(i -> "p" + i + ": permit User read Doc\n")
            .collect(Collectors.joining());

    List<String> messages = messages(PolicyCompiler.compile("a.zt", HEAD + rules));

    assertThat(messages).hasSize(31);
    assertThat(messages.get(30))
        .isEqualTo("too many syntax errors; the rest of this file is not read");
  }

  @Test
  void atMostHundredErrorsOfASetAreReported() {
    Map<String, String> files =
        IntStream.range(0, 20)
            .boxed()
            .collect(
                Collectors.toMap(
                    i -> "f" + i + ".zt",
                    i -> "module m" + i + "\n" + "p: permit User read Doc\n".repeat(10)));

    List<String> messages = messages(PolicyCompiler.compile(files));

    assertThat(messages).hasSize(101);
    assertThat(messages.get(100)).isEqualTo("too many errors; only the first 100 are listed");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheText() {
    List<Diagnostic> errors = PolicyCompiler.compile("a.zt", "\uFEFFmodul t\n").errors();

    assertThat(errors).hasSize(1);
    assertThat(errors.get(0).column()).isEqualTo(1);
    assertThat(errors.get(0).underlined()).isEqualTo("modul");
  }

  private static List<String> messages(Compilation compilation) {
    return compilation.errors().stream().map(Diagnostic::message).toList();
  }
}
