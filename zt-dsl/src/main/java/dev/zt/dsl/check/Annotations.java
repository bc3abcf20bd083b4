package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.syntax.Annotation;
import dev.zt.dsl.syntax.Preamble;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the annotations before a declaration, rule or field. */
final class Annotations {
  private static final String OPEN = "open";

  private Annotations() {}

  /** Annotations by name, where {@code @open} has its meaning. */
  static Map<String, String> withOpen(FileScope file, Preamble preamble) {
    Map<String, String> annotations = new LinkedHashMap<>();
    for (Annotation each : preamble.annotations()) {
      String name = each.name().text();
      if (annotations.putIfAbsent(name, each.text().value()) != null) {
        file.report(
            Code.MISUSED_ANNOTATION, each.span(), "the annotation `@" + name + "` stands twice");
      }
    }
    return annotations;
  }

  /** Annotations by name, where {@code @open} has no meaning. */
  static Map<String, String> of(FileScope file, Preamble preamble) {
    refuseOpen(file, preamble, "`@open` has no meaning here", "it belongs to a rule, let or field");
    Map<String, String> annotations = withOpen(file, preamble);
    annotations.remove(OPEN);
    return annotations;
  }

  /** Reports an {@code @open}. */
  static void refuseOpen(FileScope file, Preamble preamble, String message, String help) {
    Annotation open = preamble.annotation(OPEN);
    if (open != null) {
      file.report(Code.MISUSED_ANNOTATION, open.span(), message, help);
    }
  }

  /** The reason that an {@code @open} gives; null without one. */
  static @Nullable String open(Preamble preamble) {
    Annotation open = preamble.annotation(OPEN);
    return open == null ? null : open.text().value();
  }
}
