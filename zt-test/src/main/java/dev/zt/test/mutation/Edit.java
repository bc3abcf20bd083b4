package dev.zt.test.mutation;

import dev.zt.dsl.source.Source;
import dev.zt.dsl.source.Span;
import java.util.Comparator;
import java.util.List;

/** A stretch of a policy file that another text takes the place of. */
record Edit(Source source, Span span, String replacement) {

  static Edit insert(Source source, int offset, String text) {
    return new Edit(source, new Span(offset, offset), text);
  }

  static Edit delete(Source source, int start, int end) {
    return new Edit(source, new Span(start, end), "");
  }

  /** The text of the file after edits that do not overlap. */
  static String apply(String text, List<Edit> edits) {
    StringBuilder changed = new StringBuilder(text);
    edits.stream()
        .sorted(Comparator.comparing((Edit edit) -> edit.span().start()).reversed())
        .forEach(edit -> changed.replace(edit.span.start(), edit.span.end(), edit.replacement));
    return changed.toString();
  }
}
