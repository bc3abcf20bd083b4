package dev.zt.policy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A permit that needs an active just-in-time grant.
 *
 * @param id {@code module.name}
 * @param name the declared name, as {@code elevate} carries it
 * @param when null for always
 * @param atMost the longest grant in milliseconds
 * @param approval who must approve a grant, or null when nobody must
 * @param reasonRequired whether asking for a grant needs a reason
 * @param span where its name stands
 */
public record Elevation(
    String id,
    String name,
    Scope scope,
    @Nullable Expr when,
    long atMost,
    @Nullable Approval approval,
    boolean reasonRequired,
    Map<String, String> annotations,
    SourceSpan span) {
  public Elevation {
    annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
  }

  /** The permit that it is to whom it has been granted. */
  public Rule permit() {
    return new Rule(
        id, Effect.PERMIT, false, scope, when, null, null, null, null, annotations, span);
  }

  /**
   * Who must approve a grant.
   *
   * @param count how many distinct approvers, at least 1
   * @param approvers conditions on the approver, who is the subject in them; one must hold; empty
   *     for anyone
   * @param when a condition on one of them, by the name that policies give the variable, or null
   */
  public record Approval(int count, List<Expr> approvers, @Nullable Expr when) {
    public Approval {
      approvers = List.copyOf(approvers);
    }
  }
}
