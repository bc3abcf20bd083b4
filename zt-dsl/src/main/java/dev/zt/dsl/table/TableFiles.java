package dev.zt.dsl.table;

import dev.zt.dsl.source.Source;

/** Where the files with rows are found. */
@FunctionalInterface
public interface TableFiles {
  /**
   * The file of a name beside a policy file.
   *
   * @param policy the policy file's name, as its source has it
   * @param name what the test calls it, {@code scenarios.csv} or {@code data/scenarios.csv}
   */
  Found find(String policy, String name);

  /** What became of a file. */
  sealed interface Found {
    /** Its text. */
    record Text(Source source) implements Found {}

    /** Why there is none, as the end of a sentence that begins with its name. */
    record Problem(String message) implements Found {}
  }
}
