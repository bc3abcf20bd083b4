package dev.zt.dsl.format;

import dev.zt.dsl.source.Width;
import java.util.Optional;

/**
 * {@code let}, {@code behavior} or {@code segment}: a name, perhaps a type, and what stands after
 * the equals sign. On lines that follow each other the equals signs are below each other.
 *
 * @param name up to the equals sign, without the type
 * @param type the type of a let; nothing when it has none
 * @param value from the equals sign
 * @param mayAlign whether it can have others beside it: a function has its own shape
 */
record Definition(
    Doc name, Optional<Doc> type, Doc value, boolean mayAlign, int nameWidth, int typeWidth) {

  static Definition of(Doc name, Optional<Doc> type, Doc value, boolean mayAlign) {
    return new Definition(name, type, value, mayAlign, 0, 0);
  }

  /** The same with a name and a type that take so many columns. */
  Definition aligned(int widthOfName, int widthOfType) {
    return new Definition(name, type, value, mayAlign, widthOfName, widthOfType);
  }

  Doc doc() {
    return type.isEmpty()
        ? Doc.of(name, gap(name, typeWidth > 0 ? nameWidth + 1 + typeWidth : nameWidth), value)
        : Doc.of(name, gap(name, nameWidth), type.get(), gap(type.get(), typeWidth), value);
  }

  private static Doc gap(Doc doc, int width) {
    return Columns.gap(Flat.text(doc).orElse(""), width == 0 ? 0 : width);
  }

  boolean fitsOnLine() {
    return Flat.text(doc()).filter(text -> Width.of(text) <= Printer.WIDTH).isPresent();
  }

  int widthOfName() {
    return Flat.text(name).map(Width::of).orElse(0);
  }

  int widthOfType() {
    return type.flatMap(Flat::text).map(Width::of).orElse(0);
  }
}
