package dev.zt.engine.facts;

import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of one declared record type, from maps and from the application's own records. */
final class StructureReader implements ValueReader {
  private final String type;
  private final String expected;
  private final Map<String, Shape> shapes;

  /**
   * @param shapes the shapes of all record types by name; complete before the first value is read
   */
  StructureReader(String type, String expected, Map<String, Shape> shapes) {
    this.type = type;
    this.expected = expected;
    this.shapes = shapes;
  }

  @Override
  public Reading read(@Nullable Object given, Allowance allowance) {
    if (given == null) {
      return Unusable.NULL;
    }
    Shape shape = shapes.get(type);
    if (shape == null || !Parts.has(given)) {
      return Unusable.mistyped(given, expected);
    }
    if (!allowance.covers(0) || !allowance.enter()) {
      return Unusable.tooMuch();
    }
    try {
      return read(given, shape, allowance);
    } finally {
      allowance.leave();
    }
  }

  private Reading read(Object given, Shape shape, Allowance allowance) {
    @Nullable Reading[] slots = shape.blank();
    if (given instanceof Record source) {
      shape.fill(slots, source, allowance);
    } else if (!Parts.visit(
        (Map<?, ?>) given, (name, part) -> shape.fill(slots, name, part, allowance))) {
      return Unusable.tooMuch();
    }
    Map<String, Reading> fields = new HashMap<>();
    for (int slot = 0; slot < slots.length; slot++) {
      fields.put(shape.name(slot), Shape.orMissing(slots[slot]));
    }
    return new Value.Fields(type, fields);
  }
}
