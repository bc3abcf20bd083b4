package dev.zt;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a decision came about.
 *
 * @param request who, what, on what
 * @param decision the decision, equal to that of a check of the same request at the same instant
 * @param rules the rules that mattered, deciding ones first, then in order of id
 * @param nearest for a denial by default the permits and elevations that came closest, closest
 *     first; empty otherwise
 * @param text the whole explanation as text for a person, without colour
 */
public record Explanation(
    String request, Decision decision, List<Rule> rules, List<Rule> nearest, String text) {
  public Explanation {
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(decision, "decision");
    rules = List.copyOf(rules);
    nearest = List.copyOf(nearest);
    Objects.requireNonNull(text, "text");
  }

  /** The whole explanation as text. */
  @Override
  public String toString() {
    return text;
  }

  /** Whether a condition holds. */
  public enum Truth {
    /** It certainly holds. */
    TRUE,
    /** It certainly does not. */
    FALSE,
    /** It may hold or not. */
    UNKNOWN;

    /** What is certain. */
    public static Truth of(boolean truth) {
      return truth ? TRUE : FALSE;
    }

    /** The opposite; of an unknown, unknown. */
    public Truth not() {
      return switch (this) {
        case TRUE -> FALSE;
        case FALSE -> TRUE;
        case UNKNOWN -> UNKNOWN;
      };
    }

    /** Both hold: strong Kleene, false if one is. */
    public Truth and(Truth other) {
      if (this == FALSE || other == FALSE) {
        return FALSE;
      }
      return this == TRUE ? other : UNKNOWN;
    }

    /** One of them holds: strong Kleene, true if one is. */
    public Truth or(Truth other) {
      return not().and(other.not()).not();
    }
  }

  /**
   * One rule, as it was judged.
   *
   * @param id the rule's id
   * @param position where it stands
   * @param shadow whether it is only reported
   * @param verdict what became of it, such as {@code forbids}, {@code is met}, {@code does not
   *     apply}
   * @param decided whether it is one of the decision's reasons
   * @param conditions its scope, condition and requirement, as trees
   */
  public record Rule(
      String id,
      SourcePosition position,
      boolean shadow,
      String verdict,
      boolean decided,
      List<Node> conditions) {
    public Rule {
      conditions = List.copyOf(conditions);
    }
  }

  /**
   * One condition or operand, as it was judged.
   *
   * @param text the expression as a policy writes it
   * @param truth what it came to, or null for an operand that is not a condition
   * @param value the value of an operand as text, {@code (secret)} for one that tells the value of
   *     a secret field, or null when it has none
   * @param unknown what made it unknown, when it is itself the place that is not known; else null
   * @param children its parts
   */
  public record Node(
      String text,
      @Nullable Truth truth,
      @Nullable String value,
      @Nullable Unknown unknown,
      List<Node> children) {
    public Node {
      children = List.copyOf(children);
    }
  }
}
