package dev.zt.dsl.check.lint;

import dev.zt.policy.Expr;
import dev.zt.policy.ExprParts;
import dev.zt.policy.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where conditions read a field of the subject or of the resource, and which types they ask for.
 */
final class FieldUses {
  private final boolean ofSubject;
  private final List<Use> uses = new ArrayList<>();
  private final List<String> typesAsked = new ArrayList<>();
  private final Set<Expr> walked = Collections.newSetFromMap(new IdentityHashMap<>());

  FieldUses(boolean ofSubject) {
    this.ofSubject = ofSubject;
  }

  /**
   * A field that is read.
   *
   * @param candidates the types that its owner may have
   * @param shown what stands in the rule: the field, or the use of a let that reads it
   */
  record Use(String field, List<String> candidates, Expr shown) {}

  void collect(Expr expr) {
    collect(expr, null);
  }

  private void collect(Expr expr, @Nullable Expr name) {
    if (expr instanceof Expr.FieldOf field
        && Constants.bare(field.target()).type() instanceof Type.Entity owner
        && isWatched(field.target())) {
      uses.add(new Use(field.field(), owner.candidates(), name == null ? expr : name));
    } else if (expr instanceof Expr.Derived derived) {
      collect(derived.path(), name == null ? expr : name);
    } else if (expr instanceof Expr.IsType is && isWatched(is.entity())) {
      typesAsked.add(is.entityType());
    } else if (expr instanceof Expr.Named named) {
      if (walked.add(named.body())) {
        collect(named.body(), name == null ? expr : name);
      }
    } else {
      ExprParts.of(expr).forEach(part -> collect(part, name));
    }
  }

  private boolean isWatched(Expr entity) {
    Expr bare = Constants.bare(entity);
    return ofSubject ? bare instanceof Expr.Subject : bare instanceof Expr.Resource;
  }

  List<Use> uses() {
    return uses;
  }

  List<String> typesAsked() {
    return typesAsked;
  }
}
