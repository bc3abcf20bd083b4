package dev.zt.dsl.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentedTest {
  @Test
  void everythingThatAnApplicationSeesHasAComment(@TempDir Path scratch) throws IOException {
    List<Path> sources =
        Stream.of("../zt-api", "../zt-engine", ".")
            .map(module -> Path.of(module, "src/main/java"))
            .toList();
    assertThat(Undocumented.in(sources, Modules.exportedPackages(), scratch)).isEmpty();
  }

  @Test
  void aMissingCommentIsCaught(@TempDir Path folder) throws IOException {
    Path sources = Files.createDirectories(folder.resolve("seeded"));
    Files.writeString(
        sources.resolve("Seeded.java"),
        """
        package seeded;

        /** Has a comment. */
        public final class Seeded {
          private Seeded() {}

          public static void hasNone() {}

          /** Has one. */
          public record Pair(int left, int right) {
            public Pair {
              left++;
            }

            public int sum() {
              return left + right;
            }
          }

          /** Says what its constants are. */
          public enum Side {
            LEFT,
            RIGHT("r");

            Side(String... names) {}
          }

          /** Says what its cases are. */
          public interface Visitor<R> {
            R pair(Pair pair);

            int count();
          }

          static void needsNone() {}
        }
        """);
    assertThat(Undocumented.in(List.of(folder), Set.of("seeded"), folder.resolve("classes")))
        .containsExactly("Seeded.java:7", "Seeded.java:15", "Seeded.java:32");
  }
}
