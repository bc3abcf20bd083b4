package dev.zt.test.search;

import dev.zt.dsl.suite.Situation;
import dev.zt.engine.Inspection;
import dev.zt.policy.Containment;
import dev.zt.policy.Expr;
import dev.zt.policy.ExprParts;
import dev.zt.policy.Schema;
import dev.zt.policy.Type;
import dev.zt.policy.value.Cidr;
import dev.zt.policy.value.Schedule;
import dev.zt.policy.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Changes at the edges of conditions: each gives a field a value where the condition turns, or
 * takes the field away. Whether one does turn it, a look at the changed situation says.
 */
public final class Boundaries {
  private static final int MOST_ELEMENTS = 8;

  private final Schema schema;
  private final Neighbours neighbours;
  private final Samples samples;
  private final Situation situation;
  private final Inspection inspection;
  private final Assignments assignments;
  private final Set<Change> changes = new LinkedHashSet<>();

  private Boundaries(
      Schema schema, Situation situation, Inspection inspection, @Nullable Happenings past) {
    this.schema = schema;
    this.situation = situation;
    this.neighbours = new Neighbours(schema);
    this.samples = new Samples(schema, situation.now());
    this.inspection = inspection;
    this.assignments = new Assignments(situation, inspection, past);
  }

  /**
   * The changes for a condition, with whatever connectives it has; those that make it true or false
   * before those that make it unknown.
   *
   * @param setting what is given before the change
   * @param inspection a look at it
   */
  public static List<Change> of(
      Expr condition, Ground ground, Setting setting, Inspection inspection) {
    return of(
        condition,
        ground.policies().schema(),
        setting.asked(),
        inspection,
        new Happenings(ground, setting, inspection));
  }

  /** As above, of what is given alone: nothing that happens before is changed. */
  public static List<Change> ofGivens(
      Expr condition, Schema schema, Situation situation, Inspection inspection) {
    return of(condition, schema, situation, inspection, null);
  }

  private static List<Change> of(
      Expr condition,
      Schema schema,
      Situation situation,
      Inspection inspection,
      @Nullable Happenings past) {
    Boundaries boundaries = new Boundaries(schema, situation, inspection, past);
    boundaries.collect(condition);
    return List.copyOf(boundaries.changes);
  }

  private void collect(Expr condition) {
    if (isCompound(condition)) {
      ExprParts.of(condition).forEach(this::collect);
    } else {
      membership(condition);
      comparison(condition);
      test(condition);
      operands(condition).forEach(each -> assignments.hide(each).ifPresent(changes::add));
    }
  }

  private static boolean isCompound(Expr condition) {
    return condition instanceof Expr.And
        || condition instanceof Expr.Or
        || condition instanceof Expr.Not
        || condition instanceof Expr.RiskCompare
        || condition instanceof Expr.Named;
  }

  private static List<Expr> operands(Expr condition) {
    return condition instanceof Expr.Condition ? ExprParts.of(condition) : List.of(condition);
  }

  private void give(Expr expr, Iterable<? extends Value> values) {
    values.forEach(value -> assignments.give(expr, value).ifPresent(changes::add));
  }

  private void give(Expr expr, @Nullable Value value) {
    if (value != null) {
      give(expr, List.of(value));
    }
  }

  // ---- comparisons ----

  private void comparison(Expr condition) {
    if (condition instanceof Expr.Compare compare) {
      near(compare.left(), compare.right());
      near(compare.right(), compare.left());
    }
  }

  /** Brings one operand to the other and just beside it. */
  private void near(Expr moved, Expr fixed) {
    Value value = inspection.value(fixed);
    if (value != null) {
      give(moved, neighbours.of(value));
      if (moved instanceof Expr.Subject || moved instanceof Expr.Resource) {
        become(moved, value);
      }
    }
  }

  private void become(Expr party, Value value) {
    if (value instanceof Value.Ref ref) {
      boolean subject = party instanceof Expr.Subject;
      changes.add(
          Parties.become(
              subject ? Owner.SUBJECT : Owner.RESOURCE,
              subject ? situation.subject() : situation.resource(),
              ref));
    }
  }

  // ---- membership ----

  private void membership(Expr condition) {
    if (condition instanceof Expr.InSet in) {
      element(in.element(), in.set());
      set(in.set(), elements(in.element()));
    } else if (condition instanceof Expr.Contains contains) {
      if (contains.kind() == Containment.ONE) {
        element(contains.operand(), contains.set());
      }
      set(contains.set(), elements(contains.operand()));
    } else if (condition instanceof Expr.InNetwork in) {
      List<Cidr> ranges = new ArrayList<>();
      for (Value each : elements(in.outer())) {
        if (each instanceof Cidr range) {
          ranges.add(range);
        }
      }
      give(in.inner(), Patterns.of(ranges));
    } else if (condition instanceof Expr.InHierarchy in) {
      hierarchy(in);
    } else if (condition instanceof Expr.HasRole role) {
      named(Owner.SUBJECT, "roles", role.role());
      lesser(role.role());
    } else if (condition instanceof Expr.HasGroup group) {
      named(Owner.SUBJECT, "groups", group.group());
    }
  }

  /** The value's elements, or the value itself; nothing when it is unknown. */
  private List<Value> elements(Expr expr) {
    Value value = inspection.value(expr);
    if (value instanceof Value.SetOf set) {
      return set.elements().stream().limit(MOST_ELEMENTS).toList();
    }
    return value == null ? List.of() : List.of(value);
  }

  /** Each element of the set, and something else. */
  private void element(Expr element, Expr set) {
    List<Value> within = elements(set);
    give(element, within);
    for (Value each : within) {
      neighbours.of(each).stream()
          .filter(other -> !within.contains(other))
          .limit(1)
          .forEach(other -> give(element, other));
    }
    if (within.isEmpty()) {
      give(element, samples.of(element.type()));
    }
  }

  /** The set with the elements, with each of them alone, and without them. */
  private void set(Expr set, List<Value> wanted) {
    List<Value> given = elements(set);
    Set<Value> with = new LinkedHashSet<>(given);
    with.addAll(wanted);
    Set<Value> without = new LinkedHashSet<>(given);
    wanted.forEach(without::remove);
    give(set, Value.SetOf.of(with));
    give(set, Value.SetOf.of(without));
    wanted.forEach(each -> give(set, Value.SetOf.of(List.of(each))));
    give(set, Value.SetOf.of(List.of()));
  }

  private void named(Owner owner, String field, String name) {
    Value.Text wanted = new Value.Text(name);
    Set<Value> given = new LinkedHashSet<>();
    if (situation.subject().fields().get(field) instanceof Value.SetOf set) {
      given.addAll(set.elements());
    }
    Set<Value> without = new LinkedHashSet<>(given);
    without.remove(wanted);
    given.add(wanted);
    changes.add(Change.Give.of(owner, field, Value.SetOf.of(given)));
    changes.add(Change.Give.of(owner, field, Value.SetOf.of(without)));
    changes.add(Change.Give.of(owner, field, Value.SetOf.of(List.of(wanted))));
    changes.add(Change.Give.of(owner, field, Value.SetOf.of(List.of())));
    changes.add(new Change.Hide(owner, field, field));
  }

  /** The roles that a role includes, each alone: what is just not enough. */
  private void lesser(String role) {
    Schema.Role declared = schema.roles().get(role);
    for (String included :
        declared == null ? Set.<String>of() : new TreeSet<>(declared.includes())) {
      Value.SetOf alone = Value.SetOf.of(List.of(new Value.Text(included)));
      changes.add(Change.Give.of(Owner.SUBJECT, "roles", alone));
    }
  }

  private void hierarchy(Expr.InHierarchy in) {
    if (!(in.container().type() instanceof Type.SetOf)) {
      give(in.container(), inspection.value(in.member()));
    }
    for (Value container : elements(in.container())) {
      give(in.member(), neighbours.of(container));
      become(in.member(), container);
      for (Owner owner : Parties.of(in.member())) {
        changes.add(Change.Give.of(owner, "parents", Value.SetOf.of(List.of(container))));
        changes.add(Change.Give.of(owner, "parents", Value.SetOf.of(List.of())));
        changes.add(new Change.Hide(owner, "parents", "parents"));
      }
    }
  }

  // ---- other tests ----

  private void test(Expr condition) {
    if (condition instanceof Expr.MatchesGlob matches) {
      give(matches.text(), Patterns.of(matches.pattern()));
    } else if (condition instanceof Expr.MatchesSpiffe matches) {
      give(matches.id(), Patterns.of(matches.pattern()));
    } else if (condition instanceof Expr.HasAffix affix) {
      if (inspection.value(affix.other()) instanceof Value.Text part) {
        give(affix.text(), Patterns.of(affix.affix(), part));
      }
    } else if (condition instanceof Expr.IsNone is) {
      give(is.operand(), Value.NONE);
      give(is.operand(), samples.of(is.operand().type()));
    } else if (condition instanceof Expr.Known known) {
      give(known.operand(), samples.of(known.operand().type()));
    } else if (condition instanceof Expr.IsType is) {
      Parties.ofAnotherType(is, situation, schema).forEach(changes::add);
    } else if (condition instanceof Expr.InSchedule in) {
      schedule(in);
    } else if (condition instanceof Expr.Quantified quantified) {
      give(quantified.set(), new Elements(neighbours, samples).of(quantified));
    } else if (!(condition instanceof Expr.Condition)) {
      give(condition, List.of(Value.Bool.of(true), Value.Bool.of(false)));
    }
  }

  private void schedule(Expr.InSchedule in) {
    if (inspection.value(in.schedule()) instanceof Schedule schedule) {
      Instant now = situation.now();
      long next = schedule.nextChange(now == null ? 0 : now.toEpochMilli());
      for (int i = 0; i < 2 && next != Long.MAX_VALUE; i++) {
        changes.add(new Change.Clock(Instant.ofEpochMilli(next)));
        next = schedule.nextChange(next);
      }
    }
  }
}
