package dev.zt.test.mutation;

import dev.zt.test.PreparedCase;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A case that kills a mutant, in the words of a test.
 *
 * @param module the module that it belongs to
 * @param imports the modules that a file with the block needs to import, sorted
 * @param line the case as one line of the test that the basis stands in, below the basis; null when
 *     no test is near enough
 * @param below the line of the file below which the line belongs: the last one of the basis; 0 when
 *     there is no line
 * @param basis the case that the line is made from, or null when there is no line
 * @param block a whole test with this one case
 */
public record Suggestion(
    String module,
    SortedSet<String> imports,
    @Nullable String line,
    int below,
    @Nullable PreparedCase basis,
    String block) {
  public Suggestion {
    imports = Collections.unmodifiableSortedSet(new TreeSet<>(imports));
  }
}
