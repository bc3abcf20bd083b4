package dev.zt.test.change;

import dev.zt.dsl.suite.Situation;
import dev.zt.policy.CompareOp;
import dev.zt.policy.Containment;
import dev.zt.policy.Expr;
import dev.zt.policy.ExprParts;
import dev.zt.policy.Type;
import dev.zt.policy.value.Cidr;
import dev.zt.policy.value.IpAddress;
import dev.zt.policy.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects single changes that can turn a condition, those that give something first. */
final class Candidates {
  private static final List<String> ADDRESSES =
      List.of("192.0.2.1", "198.51.100.1", "2001:db8:ffff::1");

  private final Situation situation;
  private final Boundaries boundaries;
  private final int most;
  private final Set<Change> given = new LinkedHashSet<>();
  private final Set<Change> taken = new LinkedHashSet<>();
  private final Set<Change> signals = new LinkedHashSet<>();
  private final Set<Expr> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Of a situation, at most so many. */
  Candidates(Situation situation, Boundaries boundaries, int most) {
    this.situation = situation;
    this.boundaries = boundaries;
    this.most = most;
  }

  /** All changes so far, from the smallest to the largest. */
  List<Change> all() {
    List<Change> all = new ArrayList<>(given);
    all.addAll(taken);
    all.addAll(signals);
    return all.subList(0, Math.min(all.size(), most));
  }

  /** Adds the changes that can turn a condition. */
  void add(Expr condition) {
    if (given.size() >= most || !seen.add(condition)) {
      return;
    }
    turn(condition);
    Place place = Place.of(condition);
    if (place == null) {
      ExprParts.of(condition).forEach(this::add);
    } else {
      read(place);
    }
  }

  private void read(Place place) {
    Value value = place.seen(situation);
    if (place.bare() == Type.Scalar.BOOL) {
      give(place, List.of(Value.Bool.TRUE, Value.Bool.FALSE));
    } else if (value == null && place.bare() instanceof Type.Enumeration type) {
      give(place, boundaries.constants(type.name()));
    } else if (value == null) {
      give(place, boundaries.some(place.bare()));
    }
    if (value != null) {
      taken.add(new Change.Forget(place));
      if (place.ofSignal()) {
        signals.add(new Change.ForgetSignal(place.owner()));
      }
    }
  }

  private void give(Place place, List<Value> values) {
    values.forEach(each -> give(place, each));
  }

  private void give(Place place, @Nullable Value value) {
    boolean negative = value instanceof Value.Duration duration && duration.millis() < 0;
    if (value != null && !negative && !value.equals(place.seen(situation))) {
      given.add(new Change.Give(place, value));
    }
  }

  private void turn(Expr condition) {
    if (condition instanceof Expr.Compare compare) {
      compare(compare.op(), compare.left(), compare.right());
      compare(compare.op(), compare.right(), compare.left());
    } else if (condition instanceof Expr.InSet in) {
      inSet(in);
    } else if (condition instanceof Expr.InNetwork in) {
      inNetwork(in);
    } else if (condition instanceof Expr.Contains contains) {
      contains(contains);
    } else if (condition instanceof Expr.HasRole role) {
      member("roles", role.role(), role.grantedBy());
    } else if (condition instanceof Expr.HasGroup group) {
      member("groups", group.group(), Set.of(group.group()));
    } else if (condition instanceof Expr.HasAffix affix) {
      equal(affix.text(), constant(affix.other()));
    } else if (condition instanceof Expr.MatchesGlob glob) {
      equal(glob.text(), new Value.Text(glob.pattern().toString().replace("*", "")));
    } else if (condition instanceof Expr.IsNone none) {
      equal(none.operand(), Value.NONE);
    } else if (condition instanceof Expr.InHierarchy in) {
      inHierarchy(in);
    }
  }

  private void equal(Expr operand, @Nullable Value value) {
    Place place = Place.of(operand);
    if (place != null) {
      give(place, value);
    }
  }

  private void compare(CompareOp op, Expr field, Expr other) {
    Place place = Place.of(field);
    Value value = constant(other);
    Place otherPlace = Place.of(other);
    if (value == null && otherPlace != null) {
      value = otherPlace.seen(situation);
    }
    if (place != null && value != null && value != Value.NONE) {
      give(place, boundaries.around(op, value));
    }
  }

  private void inSet(Expr.InSet in) {
    Place place = Place.of(in.element());
    if (place != null && constant(in.set()) instanceof Value.SetOf set) {
      give(place, List.copyOf(set.elements()));
      set.elements().stream()
          .findFirst()
          .ifPresent(like -> give(place, boundaries.other(set.elements(), like)));
    }
    Place container = Place.of(in.set());
    Value element = constant(in.element());
    if (container != null && element != null) {
      element(container, Set.of(element));
    }
  }

  private void inNetwork(Expr.InNetwork in) {
    Place place = Place.of(in.inner());
    if (place == null || place.bare() != Type.Scalar.IP) {
      return;
    }
    Value outer = constant(in.outer());
    List<Value> ranges =
        outer instanceof Value.SetOf set
            ? List.copyOf(set.elements())
            : outer == null ? List.of() : List.of(outer);
    for (Value range : ranges) {
      if (range instanceof Cidr cidr) {
        give(place, cidr.network());
      }
    }
    ADDRESSES.forEach(each -> give(place, IpAddress.parse(each)));
  }

  private void contains(Expr.Contains contains) {
    Place place = Place.of(contains.set());
    Value operand = constant(contains.operand());
    if (place == null || operand == null) {
      return;
    }
    Set<Value> wanted =
        contains.kind() != Containment.ONE && operand instanceof Value.SetOf set
            ? set.elements()
            : Set.of(operand);
    element(place, wanted);
  }

  /** A set with these elements more, and without them. */
  private void element(Place place, Set<Value> elements) {
    Set<Value> now =
        place.seen(situation) instanceof Value.SetOf set ? set.elements() : Set.<Value>of();
    Set<Value> more = new LinkedHashSet<>(now);
    more.addAll(elements);
    give(place, Value.SetOf.of(more));
    Set<Value> fewer = new LinkedHashSet<>(now);
    fewer.removeAll(elements);
    give(place, Value.SetOf.of(fewer));
  }

  private void member(String field, String name, Set<String> grantedBy) {
    Place place = new Place(Place.SUBJECT, field, field, new Type.SetOf(Type.Scalar.STRING), false);
    Set<Value> now =
        place.seen(situation) instanceof Value.SetOf set ? set.elements() : Set.<Value>of();
    Set<Value> more = new LinkedHashSet<>(now);
    more.add(new Value.Text(name));
    give(place, Value.SetOf.of(more));
    give(
        place,
        Value.SetOf.of(
            now.stream()
                .filter(
                    each -> !(each instanceof Value.Text text && grantedBy.contains(text.value())))
                .toList()));
    if (place.seen(situation) != null) {
      taken.add(new Change.Forget(place));
    }
  }

  private void inHierarchy(Expr.InHierarchy in) {
    String owner =
        in.member() instanceof Expr.Subject
            ? Place.SUBJECT
            : in.member() instanceof Expr.Resource ? Place.RESOURCE : "";
    Value container = constant(in.container());
    if (owner.isEmpty() || container == null) {
      return;
    }
    Place parents =
        new Place(owner, "parents", "parents", new Type.SetOf(in.container().type()), false);
    Value first =
        container instanceof Value.SetOf set
            ? set.elements().stream().findFirst().orElse(Value.NONE)
            : container;
    if (first instanceof Value.Ref) {
      give(parents, Value.SetOf.of(List.of(first)));
    }
    give(parents, Value.SetOf.of(List.of()));
  }

  /** What an expression is in every request of this situation; null when it depends on more. */
  private @Nullable Value constant(Expr expr) {
    if (expr instanceof Expr.Literal literal) {
      return literal.value();
    } else if (expr instanceof Expr.Named named) {
      return constant(named.body());
    } else if (expr instanceof Expr.Now) {
      return situation.now() == null ? null : new Value.Time(situation.now().toEpochMilli());
    } else if (expr instanceof Expr.Subject) {
      return situation.subject().reference();
    } else if (expr instanceof Expr.Resource) {
      return situation.resource().reference();
    }
    return expr instanceof Expr.ListOf list ? set(list) : null;
  }

  private @Nullable Value set(Expr.ListOf list) {
    List<Value> elements = new ArrayList<>();
    for (Expr element : list.elements()) {
      Value value = constant(element);
      if (value == null) {
        return null;
      }
      elements.add(value);
    }
    return Value.SetOf.of(elements);
  }
}
