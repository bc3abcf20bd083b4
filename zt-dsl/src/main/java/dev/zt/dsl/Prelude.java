package dev.zt.dsl;

import dev.zt.dsl.diagnostic.Diagnostics;
import dev.zt.dsl.source.Source;
import dev.zt.dsl.syntax.Parser;
import dev.zt.dsl.syntax.PolicyFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The standard declarations: a policy file like any other. */
final class Prelude {
  private static final String NAME = "zt/prelude.zt";

  private Prelude() {}

  /** Read when it is first needed. */
  private static final class Holder {
    static final PolicyFile FILE = parse();

    private Holder() {}
  }

  static PolicyFile file() {
    return Holder.FILE;
  }

  private static PolicyFile parse() {
    try (InputStream in = Prelude.class.getResourceAsStream("prelude.zt")) {
      if (in == null) {
        throw new IllegalStateException("the standard declarations are missing");
      }
      Source source = new Source(NAME, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      Diagnostics diagnostics = new Diagnostics(List.of(source));
      PolicyFile file = Parser.parse(source, diagnostics);
      if (!diagnostics.isEmpty()) {
        throw new IllegalStateException(diagnostics.sorted().get(0).toString());
      }
      return file;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
