package dev.zt.test.mutation;

import dev.zt.dsl.source.Source;
import dev.zt.dsl.syntax.Declaration;
import dev.zt.dsl.syntax.Duration;
import dev.zt.policy.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Signals that no longer grow stale, or later. */
final class FreshMutations {
  private static final Pattern FRESH = Pattern.compile("\\bfresh\\b");

  private FreshMutations() {}

  /** A bound as written. */
  private record Bound(Source source, Declaration declaration, String signal, Duration bound) {}

  static List<Mutant> of(WrittenPolicies written, Schema schema) {
    List<Bound> bounds = new ArrayList<>();
    for (WrittenPolicies.Written<Declaration> each : written.signals()) {
      if (each.tree() instanceof Declaration.Signal signal && signal.fresh() != null) {
        bounds.add(new Bound(each.source(), signal, signal.name().text(), signal.fresh()));
      } else if (each.tree() instanceof Declaration.SignalExtension extension
          && extension.fresh() != null) {
        String name = extension.signal().last().text();
        bounds.add(new Bound(each.source(), extension, name, extension.fresh()));
      }
    }
    List<Mutant> mutants = new ArrayList<>();
    for (Bound bound : bounds) {
      Schema.Signal signal = schema.signals().get(bound.signal);
      var word =
          Words.last(
              bound.source, bound.declaration.span().start(), bound.bound.span().start(), FRESH);
      Long left = shortest(bounds, bound);
      if (signal != null && word != null && !equal(left, signal.fresh())) {
        Edit edit =
            Edit.delete(
                bound.source,
                word.start(),
                Words.afterBlanks(bound.source, bound.bound.span().end()));
        mutants.add(
            new Mutant(
                MutationKind.REMOVE_FRESH,
                WrittenPolicies.at(bound.source, word),
                List.of(edit),
                Variant.of(withFresh(schema, signal, left))));
      }
    }
    return mutants;
  }

  private static boolean equal(@Nullable Long a, @Nullable Long b) {
    return a == null ? b == null : a.equals(b);
  }

  /** The shortest of the other bounds of the same signal; null when there is none. */
  private static @Nullable Long shortest(List<Bound> bounds, Bound without) {
    Long shortest = null;
    for (Bound each : bounds) {
      boolean other = !each.bound.equals(without.bound) || !each.source.equals(without.source);
      if (other && each.signal.equals(without.signal)) {
        long millis = each.bound.millis();
        shortest = shortest == null ? millis : Math.min(shortest, millis);
      }
    }
    return shortest;
  }

  private static Schema withFresh(Schema schema, Schema.Signal signal, @Nullable Long fresh) {
    SortedMap<String, Schema.Signal> signals = new TreeMap<>(schema.signals());
    signals.put(
        signal.name(), new Schema.Signal(signal.name(), fresh, signal.fields(), signal.span()));
    return new Schema(
        schema.enumerations(),
        schema.structures(),
        schema.entities(),
        signals,
        schema.actionFields(),
        schema.roles(),
        schema.obligations(),
        schema.challenges(),
        schema.events());
  }
}
