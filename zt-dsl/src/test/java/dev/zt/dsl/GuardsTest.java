package dev.zt.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Small texts that stand for something huge are refused in a moment, and large sets in the end. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class GuardsTest {
  private static final String SCHEMA =
      "module t\nentity User { level: int }\nentity Doc { actions read }\n";

  private static String times(int count, IntFunction<String> text) {
    return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining());
  }

  private static List<String> codes(String policies) {
    return PolicyCompiler.compile("t.zt", SCHEMA + policies).errors().stream()
        .map(Diagnostic::code)
        .distinct()
        .toList();
  }

  @Test
  void letsThatDoubleEachOther() {
    assertThat(
            codes(
                "let a0 = device.managed\n"
                    + times(60, i -> "let a" + (i + 1) + " = a" + i + " and a" + i + "\n")
                    + "p: permit User to read Doc when a60"))
        .containsExactly("ZT9009");
  }

  @Test
  void functionsThatDoubleEachOther() {
    assertThat(
            codes(
                "let f0(x: bool) = x\n"
                    + times(
                        60,
                        i -> "let f" + (i + 1) + "(x: bool) = f" + i + "(x) and f" + i + "(x)\n")
                    + "p: permit User to read Doc when f60(device.managed)"))
        .containsExactly("ZT9009");
  }

  @Test
  void aFunctionThatDoublesItsArgumentWithinItself() {
    assertThat(
            codes(
                "let f(x: bool) = x and x\np: permit User to read Doc when "
                    + "f(".repeat(60)
                    + "device.managed"
                    + ")".repeat(60)))
        .containsExactly("ZT9009");
  }

  @Test
  void risksThatDoubleEachOther() {
    assertThat(
            codes(
                "risk r0 { add 1 when device.managed }\n"
                    + times(
                        60,
                        i ->
                            "risk r%1$d { add 1 when r%2$d > 3 add 2 when r%2$d < 4 }\n"
                                .formatted(i + 1, i))
                    + "p: permit User to read Doc when r60 > 3"))
        .containsExactly("ZT9009");
  }

  @Test
  void derivedFieldsThatDoubleEachOther() {
    String fields = times(60, i -> "a%1$d: int = a%2$d + a%2$d\n".formatted(i + 1, i));

    assertThat(codes("signal s { a0: int\n" + fields + "}")).containsExactly("ZT9009");
    assertThat(codes("entity E { a0: int\n" + fields + "}")).containsExactly("ZT9009");
  }

  @Test
  void fixturesThatDoubleEachOtherAreLookedAtOnce() {
    assertThat(
            codes(
                "record R0 { a: int }\nlet r0 = { a: 3 }\n"
                    + times(40, i -> "record R%1$d { a: R%2$d  b: R%2$d }\n".formatted(i + 1, i))
                    + times(40, i -> "let r%1$d = { a: r%2$d, b: r%2$d }\n".formatted(i + 1, i))
                    + "entity Z { r: R40  actions go }\n"
                    + "test \"x\" { given resource Z \"z\" { r: r40 }\n"
                    + "given subject User \"u\" { }\ngo => deny }"))
        .isEmpty();
  }

  @Test
  void aLongChainOfLets() {
    assertThat(
            codes(
                times(20_000, i -> "let a" + i + " = a" + (i + 1) + "\n")
                    + "let a20000 = device.managed\np: permit User to read Doc when a0"))
        .containsExactly("ZT9002");
  }

  @Test
  void listsWithinLists() {
    assertThat(
            codes(
                "p: permit User to read Doc when "
                    + "[".repeat(200)
                    + "subject.level"
                    + "]".repeat(200)
                    + " == 3"))
        .containsExactly("ZT2201");
  }

  @Test
  void addressesInListsInLists() {
    assertThat(
            codes(
                "p: permit User to read Doc when "
                    + "location.ip in [".repeat(100)
                    + "location.ip"
                    + "]".repeat(100)))
        .containsExactly("ZT2201");
  }

  @Test
  void oneLineOfAMebibyte() {
    String rule = "p: permit User to read Doc when " + "subject.level > 3 or ".repeat(20_000);

    assertThat(codes((rule + "true").replace('\n', ' '))).isEmpty();
  }

  @Test
  void rulesThatCoverEveryActionOfManyTypes() {
    Map<String, String> files = new TreeMap<>();
    files.put(
        "types.zt", "module t\n" + times(10_000, i -> "entity E%d { actions a }\n".formatted(i)));
    files.put(
        "rules.zt",
        "module t\n" + times(510, i -> "p%d: forbid anyone to any action\n".formatted(i)));

    assertThat(PolicyCompiler.compile(files).errors())
        .extracting(Diagnostic::code)
        .containsExactly("ZT9009");
  }

  @Test
  void rolesThatIncludeEachOtherInALongChain() {
    assertThat(
            codes(
                times(4_000, i -> "role \"r%d\" includes \"r%d\"\n".formatted(i, i + 1))
                    + "role \"r4000\"\n"
                    + times(4_000, i -> "p%1$d: permit role \"r%1$d\" to read Doc\n".formatted(i))))
        .containsExactly("ZT9009");
  }

  @Test
  void moreThanAHundredErrorsEndWithOneThatSaysSo() {
    List<Diagnostic> errors =
        PolicyCompiler.compile("t.zt", SCHEMA + times(500, i -> "let a%d = b%d\n".formatted(i, i)))
            .errors();

    assertThat(errors).hasSize(101);
    assertThat(errors.get(100).code()).isEqualTo("ZT9003");
  }

  @Test
  void moreThan64MebibytesInAll() {
    Map<String, String> files = new TreeMap<>();
    String text = "module t\n//" + "x".repeat(1_000_000);
    for (int i = 0; i < 70; i++) {
      files.put("f" + i + ".zt", text);
    }

    assertThat(PolicyCompiler.compile(files).errors())
        .extracting(Diagnostic::code)
        .containsExactly("ZT9007");
  }

  @Test
  void moreThanTwoHundredThousandRules() {
    Map<String, String> files = new TreeMap<>();
    files.put("schema.zt", SCHEMA);
    for (int f = 0; f < 21; f++) {
      files.put(
          "f%02d.zt".formatted(f),
          "module m%d\n".formatted(f)
              + times(10_000, i -> "p%d: forbid anyone to read\n".formatted(i)));
    }

    assertThat(PolicyCompiler.compile(files).errors())
        .extracting(Diagnostic::code, Diagnostic::file, Diagnostic::line)
        .containsExactly(tuple("ZT9008", "f20.zt", 2));
  }

  @Test
  void theSmallestStackOfACallerIsEnough() throws InterruptedException {
    String deep =
        "p: permit User to read Doc when " + "not (".repeat(120) + "true" + ")".repeat(120);
    Compilation[] result = new Compilation[1];
    Thread caller =
        new Thread(
            null,
            () -> result[0] = PolicyCompiler.compile("t.zt", SCHEMA + deep),
            "small",
            1 << 16);
    caller.start();
    caller.join();

    assertThat(result[0].policies()).isPresent();
  }
}
