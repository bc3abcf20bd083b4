package dev.zt.test.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.dsl.Compilation;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.dsl.PolicyFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SurvivorsTest {
  private static final String FILE = "weak.zt";

  static Stream<Weak.Example> examples() {
    return Weak.examples();
  }

  @Test
  void thereIsAnExampleOfEveryKind() {
    assertThat(examples().map(Weak.Example::kind).collect(Collectors.toSet()))
        .isEqualTo(EnumSet.allOf(MutationKind.class));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aTestThatMissesAChangeLetsItsMutantSurvive(Weak.Example example) {
    assertThat(survivors(example, example.policy())).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theSuggestedBlockKillsWhenPasted(Weak.Example example) {
    for (MutantResult.Survived survivor : survivors(example, example.policy())) {
      String pasted = example.policy() + "\n" + survivor.suggestion().block();
      assertKilled(survivor, pasted);
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theSuggestedLineKillsWhenPasted(Weak.Example example) {
    List<MutantResult.Survived> withLine =
        survivors(example, example.policy()).stream()
            .filter(each -> each.suggestion().line() != null)
            .toList();
    assertThat(withLine).isNotEmpty();
    for (MutantResult.Survived survivor : withLine) {
      List<String> lines = new ArrayList<>(example.policy().lines().toList());
      lines.add(survivor.suggestion().below(), survivor.suggestion().line());
      assertKilled(survivor, String.join("\n", lines));
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void withTheSuggestedFilesNothingSurvives(Weak.Example example) {
    MutationReport before = run(Map.of(FILE, example.policy()));
    Map<String, String> files = new TreeMap<>(before.suggestedFiles());
    assertThat(files).containsOnlyKeys("weak.suggested.zt");
    files.forEach(
        (name, text) -> assertThat(PolicyFormatter.format(name, text).text()).contains(text));
    files.put(FILE, example.policy());
    MutationReport after = run(files);
    assertThat(after.survivors()).isEmpty();
    assertThat(after.score()).isEqualTo(1.0);
    assertThat(after.leftOut()).isZero();
  }

  private static void assertKilled(MutantResult.Survived survivor, String policy) {
    Compilation compilation = PolicyCompiler.compile(FILE, policy);
    assertThat(compilation.errors()).isEmpty();
    MutationReport report = MutationRun.of(compilation).run();
    assertThat(report.leftOut()).as(policy).isZero();
    String diff = survivor.mutant().diff().toString();
    assertThat(report.results())
        .filteredOn(each -> each.mutant().kind() == survivor.mutant().kind())
        .filteredOn(each -> each.mutant().diff().toString().equals(diff))
        .hasSize(1)
        .allMatch(MutantResult.Killed.class::isInstance);
  }

  private static List<MutantResult.Survived> survivors(Weak.Example example, String policy) {
    MutationOptions options = MutationOptions.DEFAULT.kinds(EnumSet.of(example.kind())).threads(1);
    Compilation compilation = PolicyCompiler.compile(FILE, policy);
    return MutationRun.of(compilation).with(options).run().survivors();
  }

  private static MutationReport run(Map<String, String> files) {
    return MutationRun.of(PolicyCompiler.compile(files)).run();
  }
}
