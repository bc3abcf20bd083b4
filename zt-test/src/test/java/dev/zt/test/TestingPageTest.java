package dev.zt.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.dsl.Compilation;
import dev.zt.dsl.PolicyCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page about testing shows is so. */
class TestingPageTest {
  private static final Pattern BLOCK =
      Pattern.compile("^```([^\n]*)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

  private static List<String> blocks(String kind) throws IOException {
    List<String> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(Files.readString(Path.of("../docs/testing.md")));
    while (matcher.find()) {
      if (matcher.group(1).equals(kind)) {
        blocks.add(matcher.group(2));
      }
    }
    assertThat(blocks).as(kind).isNotEmpty();
    return blocks;
  }

  private static Map<String, String> files() throws IOException {
    Map<String, String> files = new HashMap<>();
    files.put("payroll.zt", blocks("zt").get(0));
    for (String test : blocks("zt tests")) {
      files.put("payroll-" + files.size() + ".test.zt", test);
    }
    files.put("scenarios.csv", blocks("csv").get(0));
    return files;
  }

  @Test
  void itsTestsPass() throws IOException {
    Compilation compilation = PolicyCompiler.compile(files());
    assertThat(compilation.report()).isEmpty();
    assertThat(Payroll.results(compilation)).hasSize(16).containsOnly("passed");
  }

  @Test
  void whatHappensBeforeACaseCountsAsItSays() throws IOException {
    Compilation compilation = PolicyCompiler.compile("sign-in.zt", blocks("zt").get(1));
    assertThat(compilation.report()).isEmpty();
    assertThat(Payroll.results(compilation)).hasSize(7).containsOnly("passed");
  }

  @Test
  void itsFailureIsWhatItShows() throws IOException {
    Map<String, String> files = files();
    files.put("old.test.zt", blocks("zt failing").get(0));
    List<CaseReport> failed =
        Payroll.suite(PolicyCompiler.compile(files)).run().cases().stream()
            .filter(each -> each.failure() != null)
            .toList();
    assertThat(failed)
        .singleElement()
        .extracting(each -> String.valueOf(each.failure()))
        .isEqualTo(blocks("text").get(0));
  }
}
