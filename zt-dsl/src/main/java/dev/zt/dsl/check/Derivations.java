package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.policy.Expr;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The derived fields that are being looked into, to find those that lead back to themselves. */
final class Derivations {
  private final List<DeclaredField> open = new ArrayList<>();
  private final Map<DeclaredField, Expr> shared = new HashMap<>();

  /** What a field is computed as wherever it is read; null when that depends on whose it is. */
  @Nullable Expr shared(DeclaredField field) {
    return shared.get(field);
  }

  void share(DeclaredField field, Expr body) {
    shared.put(field, body);
  }

  /** Begins with a field; false when it is begun already, which is reported as a cycle. */
  boolean enter(DeclaredField field) {
    int begun = open.indexOf(field);
    if (begun < 0) {
      open.add(field);
      return true;
    }
    List<DeclaredField> cycle = open.subList(begun, open.size());
    DeclaredField first =
        cycle.stream().min(Comparator.comparingInt(each -> each.nameSpan().start())).orElse(field);
    first
        .file()
        .report(
            Code.CYCLE,
            first.nameSpan(),
            "`" + first.name() + "` is derived from itself",
            Cycles.path(cycle.stream().map(DeclaredField::name).toList(), first.name()));
    return false;
  }

  /** Ends with the field begun last. */
  void leave(DeclaredField field) {
    open.remove(field);
  }
}
