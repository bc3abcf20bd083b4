package dev.zt.dsl.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.dsl.Diagnostic;
import dev.zt.dsl.PolicyCompiler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class DocumentationTest {
  @TestFactory
  Stream<DynamicTest> aCompleteSampleCompiles() throws IOException {
    return samples()
        .filter(sample -> sample.kind().equals("zt"))
        .map(sample -> DynamicTest.dynamicTest(sample.toString(), () -> compiles(List.of(sample))));
  }

  @TestFactory
  Stream<DynamicTest> fragmentsThatFollowEachOtherCompileTogether() throws IOException {
    List<List<Sample>> sets = new ArrayList<>();
    String before = "";
    for (Sample sample : samples().toList()) {
      if (sample.kind().equals("zt fragment")) {
        if (!before.equals("zt fragment")) {
          sets.add(new ArrayList<>());
        }
        sets.get(sets.size() - 1).add(sample);
      }
      before = sample.kind();
    }
    return sets.stream()
        .map(set -> DynamicTest.dynamicTest(set.get(0).toString(), () -> compiles(set)));
  }

  @TestFactory
  Stream<DynamicTest> aWrongSampleIsFollowedByWhatTheCompilerSays() throws IOException {
    List<Sample> samples = samples().toList();
    return Stream.iterate(0, index -> index + 1)
        .limit(samples.size())
        .filter(index -> samples.get(index).kind().equals("zt error"))
        .map(
            index -> {
              Sample sample = samples.get(index);
              Sample said = samples.get(index + 1);
              return DynamicTest.dynamicTest(sample.toString(), () -> fails(sample, said));
            });
  }

  private static void compiles(List<Sample> samples) {
    assertThat(errors(samples)).isEmpty();
  }

  private static void fails(Sample sample, Sample said) {
    assertThat(said.kind()).isEqualTo("text");
    assertThat(errors(List.of(sample))).containsExactly(said.lines());
  }

  /** The message and the help of each error. */
  private static List<List<String>> errors(List<Sample> samples) {
    Map<String, String> texts =
        samples.stream().collect(Collectors.toMap(Sample::toString, Sample::text));
    return PolicyCompiler.compile(texts).errors().stream().map(DocumentationTest::said).toList();
  }

  private static List<String> said(Diagnostic error) {
    return error.help() == null ? List.of(error.message()) : List.of(error.message(), error.help());
  }

  private static Stream<Sample> samples() throws IOException {
    List<Sample> samples = new ArrayList<>();
    for (Path page : Pages.all()) {
      samples.addAll(Sample.of(page));
    }
    return samples.stream();
  }
}
