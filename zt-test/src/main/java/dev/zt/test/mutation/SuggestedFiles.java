package dev.zt.test.mutation;

import dev.zt.dsl.Compilation;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.dsl.PolicyFormatter;
import dev.zt.dsl.suite.TestSuite;
import dev.zt.test.Judge;
import dev.zt.test.Suite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The suggestions as files beside the policies, in the one layout; each of them compiles, and its
 * tests pass.
 */
final class SuggestedFiles {
  private static final String ENDING = ".suggested.zt";

  private SuggestedFiles() {}

  /**
   * The files by name.
   *
   * @param texts the files that the policies were compiled from
   */
  static SortedMap<String, String> of(
      List<MutantResult> results, WrittenPolicies written, Map<String, String> texts) {
    Map<String, Set<String>> blocks = new TreeMap<>();
    Map<String, Set<String>> imports = new TreeMap<>();
    for (MutantResult result : results) {
      if (result instanceof MutantResult.Survived survived && survived.suggestion() != null) {
        String policy = result.mutant().span().file();
        blocks
            .computeIfAbsent(policy, absent -> new LinkedHashSet<>())
            .add(survived.suggestion().block());
        imports
            .computeIfAbsent(policy, absent -> new TreeSet<>(written.imports(policy)))
            .addAll(survived.suggestion().imports());
      }
    }
    SortedMap<String, String> files = new TreeMap<>();
    blocks.forEach(
        (policy, all) -> {
          String name = policy.replaceFirst("\\.zt$", "") + ENDING;
          String head = head(written.module(policy), imports.getOrDefault(policy, Set.of()));
          List<String> sound = sound(name, head, List.copyOf(all), texts);
          if (!sound.isEmpty()) {
            files.put(name, laidOut(name, head + "\n" + String.join("\n", sound)));
          }
        });
    return files;
  }

  private static String laidOut(String name, String text) {
    return PolicyFormatter.format(name, text).text().orElse(text);
  }

  private static String head(String module, Set<String> imports) {
    List<String> lines = new ArrayList<>(List.of("module " + module));
    if (!imports.isEmpty()) {
      lines.add("");
      imports.forEach(each -> lines.add("import " + each));
    }
    return lines.stream().collect(Collectors.joining("\n", "", "\n"));
  }

  /** The blocks that pass: all of them, as a rule; else each is tried by itself. */
  private static List<String> sound(
      String name, String head, List<String> blocks, Map<String, String> texts) {
    if (passes(name, head + "\n" + String.join("\n", blocks), texts)) {
      return blocks;
    }
    return blocks.stream().filter(each -> passes(name, head + "\n" + each, texts)).toList();
  }

  private static boolean passes(String name, String text, Map<String, String> texts) {
    Map<String, String> all = new HashMap<>(texts);
    all.put(name, text);
    Compilation compilation = PolicyCompiler.compile(all);
    if (compilation.policies().isEmpty()) {
      return false;
    }
    TestSuite added =
        new TestSuite(
            compilation.tests().tests().stream()
                .filter(test -> test.span().file().equals(name))
                .toList());
    Suite suite = Suite.prepare(compilation.orThrow(), added);
    Judge judge = Judge.of(compilation.orThrow());
    return suite.cases().stream().allMatch(each -> judge.judge(each).isPassed());
  }
}
