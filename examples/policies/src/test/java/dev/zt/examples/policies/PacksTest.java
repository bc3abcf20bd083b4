package dev.zt.examples.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.dsl.Compilation;
import dev.zt.dsl.PolicyCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
}
