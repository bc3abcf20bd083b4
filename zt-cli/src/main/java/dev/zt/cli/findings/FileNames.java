package dev.zt.cli.findings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** Files as tools that look at a whole repository want to hear of them. */
final class FileNames {
  private FileNames() {}

  /** The file as seen from the working directory, with {@code /} between its parts. */
  static String relative(String file) {
    Path here = Path.of("").toAbsolutePath();
    Path path = Path.of(file).toAbsolutePath().normalize();
    return (path.startsWith(here) ? here.relativize(path) : path).toString().replace('\\', '/');
  }

  /** The file as a URI reference (RFC 3986), relative where the file is below here. */
  static String uri(String file) {
    Path path = Path.of(relative(file));
    if (path.isAbsolute()) {
      return path.toUri().toString();
    }
    try {
      return new URI(null, null, relative(file), null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(file, e);
    }
  }
}
