package dev.zt.dsl.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinksTest {
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
  private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```$");

  @Test
  void everyLinkWithinTheProjectLeadsSomewhere() throws IOException {
    for (Path page : Pages.all()) {
      assertThat(deadLinks(page)).as(page.toString()).isEmpty();
    }
  }

  @Test
  void aDeadLinkIsCaught(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("other.md"), "# Known and `default`, where?\n");
    Path page = folder.resolve("page.md");
    Files.writeString(
        page,
        """
        # Here
        [a](#here) [b](other.md) [c](other.md#known-and-default-where) [d](https://example.com/x)
        [e](#there) [f](another.md) [g](other.md#known)
        ```text
        [h](gone.md)
        ```
        """);
    assertThat(deadLinks(page)).containsExactly("#there", "another.md", "other.md#known");
  }

  private static List<String> deadLinks(Path page) throws IOException {
    List<String> dead = new ArrayList<>();
    for (String link :
        LINK.matcher(prose(page)).results().map(result -> result.group(1)).toList()) {
      if (!link.startsWith("https://") && !leadsSomewhere(page, link)) {
        dead.add(link);
      }
    }
    return dead;
  }

  private static boolean leadsSomewhere(Path page, String link) throws IOException {
    String[] parts = link.split("#", 2);
    Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
    return Files.exists(target) && (parts.length == 1 || anchors(target).contains(parts[1]));
  }

  /** The anchors that a page gets from its headings. */
  private static Set<String> anchors(Path page) throws IOException {
    return HEADING
        .matcher(prose(page))
        .results()
        .map(LinksTest::anchor)
        .collect(Collectors.toSet());
  }

  private static String anchor(MatchResult heading) {
    return heading
        .group(1)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replace(' ', '-');
  }

  private static String prose(Path page) throws IOException {
    return FENCED.matcher(Files.readString(page)).replaceAll("");
  }
}
