package dev.zt;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Something that the application must carry out when it gives restricted access.
 *
 * @param name the declared name, such as {@code mask}
 * @param arguments the given arguments by parameter name, in order of declaration; a bool is a
 *     {@link Boolean}, an int a {@link Long}, a decimal a {@link java.math.BigDecimal}, a duration
 *     a {@link java.time.Duration}, a time an {@link java.time.Instant}, anything else its text
 */
public record Obligation(String name, Map<String, Object> arguments) {
  public Obligation {
    Objects.requireNonNull(name, "name");
    arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
  }

  /** The obligation as a policy writes it, {@code mask(field: "iban")}. */
  @Override
  public String toString() {
    return Arguments.render(name, arguments);
  }
}
