package dev.zt.policy;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A rule. Its condition is {@code when} and not {@code unless}.
 *
 * @param id {@code module.label}
 * @param shadow whether it is evaluated and reported, never enforced
 * @param when null for always
 * @param unless null for never
 * @param requirement what a {@code require} asks for; null for every other effect
 * @param consequence what a {@code require} or {@code restrict} leads to; null for every other
 *     effect
 * @param because the message of its reason, or null
 * @param annotations by name, sorted
 * @param span where its label stands
 */
public record Rule(
    String id,
    Effect effect,
    boolean shadow,
    Scope scope,
    @Nullable Expr when,
    @Nullable Expr unless,
    @Nullable Expr requirement,
    @Nullable Consequence consequence,
    @Nullable String because,
    Map<String, String> annotations,
    SourceSpan span) {
  public Rule {
    Objects.requireNonNull(id, "id");
    annotations =
        annotations.isEmpty()
            ? Map.of()
            : Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
    if ((requirement != null) != (effect == Effect.REQUIRE)) {
      throw new IllegalArgumentException(id + ": a require, and nothing else, has a requirement");
    }
    if ((consequence != null) != (effect == Effect.REQUIRE || effect == Effect.RESTRICT)) {
      throw new IllegalArgumentException(
          id + ": a require or restrict, and nothing else, has a consequence");
    }
  }
}
