package dev.zt.examples.nist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.dsl.Compilation;
import dev.zt.dsl.PolicyCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PoliciesTest {
  private static final Path FOLDER = Path.of("src/main/resources/policies");

  static List<Path> policies() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("policies")
  void aPolicyCompilesWithoutAWarning(Path policy) {
    Compilation compilation = PolicyCompiler.compile(policy);

    assertThat(compilation.report()).isEmpty();
    assertThat(compilation.policies()).isPresent();
  }

  @ParameterizedTest
  @MethodSource("policies")
  void aPolicyOpensWithWhatItProtectsAndAgainstWhat(Path policy) throws IOException {
    String scenario = policy.getFileName().toString().replace(".zt", "");

    assertThat(Files.readString(policy))
        .startsWith("// Scenario " + scenario.toUpperCase(Locale.ROOT) + ": ")
        .containsSubsequence(
            "\n// Protects ",
            "\n// Against ",
            "\n// Gives ",
            "\nmodule nist." + scenario.replace("-", "") + "\n");
  }
}
