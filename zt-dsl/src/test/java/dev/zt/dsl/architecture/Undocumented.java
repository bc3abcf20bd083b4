package dev.zt.dsl.architecture;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** Finds public elements without a comment, as the compiler's documentation lint sees them. */
final class Undocumented {
  /**
   * What the comment of its type describes: a compact constructor, a constant of an enum, a case of
   * a visitor.
   */
  private static final Pattern DESCRIBED_ABOVE =
      Pattern.compile(
          "\\s*(public \\w+ \\{|[A-Z][A-Z0-9_]*\\b[^{]*[,;]?(\\s*\\{)?|R \\w+\\([\\w.]+ \\w+\\);)");

  private Undocumented() {}

  /**
   * The undocumented public elements of some packages. What these use besides is there compiled.
   *
   * @param sources the folders that may hold sources of these packages
   * @param packages the packages to look at
   * @param scratch an empty folder
   * @return the place of each, {@code file:line}
   */
  static List<String> in(List<Path> sources, Collection<String> packages, Path scratch)
      throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-proc:none",
                "-d",
                scratch.toString(),
                "-cp",
                System.getProperty("java.class.path")
                    + File.pathSeparator
                    + System.getProperty("jdk.module.path", ""),
                "-Xdoclint:missing/public",
                "-Xdoclint/package:" + String.join(",", packages),
                "-Xmaxwarns",
                "100000",
                "-Xlint:-options"));
    for (Path folder : sources) {
      for (String name : packages) {
        arguments.addAll(javaFiles(folder.resolve(name.replace('.', '/'))));
      }
    }
    StringWriter said = new StringWriter();
    PrintWriter writer = new PrintWriter(said);
    int code =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(writer, writer, arguments.toArray(String[]::new));
    if (code != 0) {
      throw new IllegalStateException(said.toString());
    }
    return places(said.toString().lines().toList());
  }

  private static List<String> places(List<String> lines) {
    List<String> places = new ArrayList<>();
    for (int line = 0; line + 1 < lines.size(); line++) {
      boolean uncommented = lines.get(line).endsWith("warning: no comment");
      if (uncommented && !DESCRIBED_ABOVE.matcher(lines.get(line + 1)).matches()) {
        String[] parts = lines.get(line).split(":");
        places.add(Path.of(parts[0]).getFileName() + ":" + parts[1]);
      }
    }
    return places;
  }

  private static List<String> javaFiles(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::toString).filter(file -> file.endsWith(".java")).toList();
    }
  }
}
