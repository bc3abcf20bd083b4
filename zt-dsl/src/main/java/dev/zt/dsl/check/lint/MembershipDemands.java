package dev.zt.dsl.check.lint;

import dev.zt.policy.Containment;
import dev.zt.policy.Expr;
import dev.zt.policy.Type;
import dev.zt.policy.value.Cidr;
import dev.zt.policy.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What tests of membership and of types tell. */
final class MembershipDemands {
  private final Told told;
  private final Kinds kinds;
  private final boolean withTypes;

  MembershipDemands(Told told, Kinds kinds, boolean withTypes) {
    this.told = told;
    this.kinds = kinds;
    this.withTypes = withTypes;
  }

  List<Demand> inSet(Expr element, Expr set, boolean wanted) {
    List<Value> values = Constants.elements(set);
    if (values != null && values.isEmpty()) {
      return wanted ? Told.never("the list is empty") : List.of();
    }
    if (Constants.of(element) != null) {
      return List.of();
    }
    List<Demand> demands = new ArrayList<>();
    if (values != null || wanted) {
      demands.add(told.present(element, Presence.SOME));
    }
    if (values != null && values.size() <= Demands.MOST_PIECES) {
      List<Comparable<?>> places = new ArrayList<>();
      values.stream()
          .map(value -> Constants.place(value, element.type()))
          .filter(Objects::nonNull)
          .forEach(places::add);
      if (places.size() == values.size()) {
        demands.add(told.value(element, Told.wanted(Values.oneOf(places), wanted)));
      }
    }
    return demands;
  }

  List<Demand> contains(Expr.Contains contains, boolean wanted) {
    if (contains.kind() == Containment.ONE) {
      return inSet(contains.operand(), contains.set(), wanted);
    }
    List<Value> operand = Constants.elements(contains.operand());
    if (operand != null && operand.isEmpty()) {
      boolean holds = contains.kind() == Containment.ALL;
      return holds == wanted ? List.of() : Told.never("the list is empty");
    }
    return List.of();
  }

  List<Demand> inNetwork(Expr.InNetwork in, boolean wanted) {
    Value one = Constants.of(in.outer());
    List<Value> ranges = one instanceof Cidr ? List.of(one) : Constants.elements(in.outer());
    if (ranges == null
        || in.inner().type() != Type.Scalar.IP
        || ranges.size() > Demands.MOST_PIECES) {
      return List.of();
    }
    if (ranges.isEmpty()) {
      return wanted ? Told.never("the list is empty") : List.of();
    }
    Values inside = Values.NONE;
    for (Value each : ranges) {
      if (!(each instanceof Cidr range)) {
        return List.of();
      }
      inside = inside.or(Values.between(range.network(), range.last()));
    }
    return List.of(
        told.present(in.inner(), Presence.SOME),
        told.value(in.inner(), Told.wanted(inside, wanted)));
  }

  List<Demand> inHierarchy(Expr.InHierarchy in, boolean wanted) {
    if (isEmptyList(in.container())) {
      return wanted ? Told.never("the list is empty") : List.of();
    }
    List<String> members = Kinds.ofOne(in.member().type());
    List<String> containers = Kinds.of(in.container().type());
    boolean impossible =
        withTypes
            && !members.isEmpty()
            && !containers.isEmpty()
            && !kinds.canBeIn(members, containers);
    return impossible && wanted
        ? Told.never(Kinds.anyOf(members) + " is never a member of " + Kinds.anyOf(containers))
        : List.of();
  }

  private static boolean isEmptyList(Expr expr) {
    List<Value> elements = Constants.elements(expr);
    return elements != null && elements.isEmpty();
  }

  List<Demand> isType(Expr.IsType is, boolean wanted) {
    Values named = Values.oneOf(Set.of(is.entityType()));
    List<String> candidates = Kinds.ofOne(is.entity().type());
    Values allowed = Told.wanted(named, wanted);
    if (withTypes && candidates.size() <= Demands.MOST_PIECES) {
      allowed = allowed.and(Values.oneOf(candidates));
    }
    return List.of(
        new Demand(
            new Key(Key.Aspect.TYPE, told.meaning().of(is.entity())),
            allowed,
            Findings.quoted(is.entity())
                + " is always of type "
                + Kinds.anyOf(candidates)
                + " here"));
  }
}
