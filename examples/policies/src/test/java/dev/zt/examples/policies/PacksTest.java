package dev.zt.examples.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.dsl.Compilation;
import dev.zt.dsl.Formatting;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.dsl.PolicyFormatter;
import dev.zt.test.junit.PolicyTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PacksTest {
  static List<Path> packs() throws IOException {
    return Packs.all();
  }

  static List<Path> policies() throws IOException {
    return Packs.policies();
  }

  @ParameterizedTest
  @MethodSource("packs")
  void aPackCompilesWithoutAWarning(Path pack) {
    Compilation compilation = PolicyCompiler.compile(pack);

    assertThat(compilation.report()).isEmpty();
    assertThat(compilation.policies()).isPresent();
  }

  @ParameterizedTest
  @MethodSource("packs")
  void aPackHasTheLayoutOfTheFormatter(Path pack) {
    assertThat(PolicyFormatter.format(pack)).noneMatch(Formatting::changes);
  }

  @ParameterizedTest
  @MethodSource("policies")
  void aPolicyOpensWithWhatItProtectsAndAgainstWhat(Path policy) throws IOException {
    assertThat(Files.readString(policy))
        .startsWith("// ")
        .containsSubsequence("\n// Protects ", "\n// Against ", "\nmodule ");
  }

  @Test
  void eachPackStandsInTheTableOfTheReadme() throws IOException {
    String readme = Files.readString(Path.of("README.md"));

    assertThat(Packs.all()).allSatisfy(pack -> assertThat(readme).contains("](" + pack + ")"));
  }

  @ParameterizedTest
  @MethodSource("packs")
  void aPackHasAClassThatRunsItsTestsAndKeepsTheGates(Path pack) throws ClassNotFoundException {
    PolicyTests tests = testClass(pack).getAnnotation(PolicyTests.class);

    assertThat(tests.value()).containsExactly(pack.toString());
    assertThat(tests.minRule()).isEqualTo(100);
    assertThat(tests.minCondition()).isGreaterThanOrEqualTo(95);
  }

  private static Class<?> testClass(Path pack) throws ClassNotFoundException {
    String name =
        Stream.of(pack.toString().split("-"))
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining());
    return Class.forName(PacksTest.class.getPackageName() + "." + name + "Test");
  }
}
