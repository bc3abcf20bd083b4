package dev.zt.engine.facts;

import dev.zt.policy.value.Reading;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A reader that has a shorter way for values of some Java types.
 *
 * @param types exactly these, and all of them final
 * @param plain the shorter way
 * @param full the way for anything else
 */
record PlainReader(Set<Class<?>> types, Function<Object, @Nullable Reading> plain, ValueReader full)
    implements ValueReader {
  @Override
  public Reading read(@Nullable Object given, Allowance allowance) {
    return full.read(given, allowance);
  }

  @Override
  public @Nullable Function<Object, @Nullable Reading> plain(Class<?> type) {
    return types.contains(type) ? plain : null;
  }
}
