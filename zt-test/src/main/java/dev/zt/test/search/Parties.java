package dev.zt.test.search;

import dev.zt.dsl.suite.GivenEntity;
import dev.zt.dsl.suite.Situation;
import dev.zt.policy.Expr;
import dev.zt.policy.Schema;
import dev.zt.policy.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Other subjects and resources. */
final class Parties {
  private Parties() {}

  /** The party that an expression is, if it is one. */
  static List<Owner> of(Expr expr) {
    if (expr instanceof Expr.Subject) {
      return List.of(Owner.SUBJECT);
    }
    return expr instanceof Expr.Resource ? List.of(Owner.RESOURCE) : List.of();
  }

  /** The same under another identity: of one type with all its fields, else with none. */
  static Change become(Owner owner, GivenEntity given, Value.Ref reference) {
    boolean sameType = given.reference().type().equals(reference.type());
    SortedMap<String, Value> fields = sameType ? given.fields() : new TreeMap<>();
    return new Change.Replace(owner, new GivenEntity(reference, fields, Set.of()));
  }

  /** A party of each other type that can stand there, those without actions first. */
  static List<Change> ofAnotherType(Expr.IsType is, Situation situation, Schema schema) {
    List<Change> changes = new ArrayList<>();
    for (Owner owner : of(is.entity())) {
      boolean subject = owner.kind() == Owner.Kind.SUBJECT;
      GivenEntity given = subject ? situation.subject() : situation.resource();
      List<Schema.Entity> types = new ArrayList<>(schema.entities().values());
      types.sort(Comparator.comparing(type -> !type.actions().isEmpty()));
      for (Schema.Entity type : types) {
        boolean fits = subject || type.actions().containsKey(situation.action());
        if (fits && !type.name().equals(given.reference().type())) {
          changes.add(new Change.Replace(owner, similar(given, type)));
        }
      }
    }
    return changes;
  }

  /** An entity of a type with those fields of another that the type has as well. */
  static GivenEntity similar(GivenEntity given, Schema.Entity type) {
    SortedMap<String, Value> fields = new TreeMap<>();
    given
        .fields()
        .forEach(
            (name, value) -> {
              boolean ofAll = name.equals("roles") || name.equals("groups");
              if (ofAll || type.field(name) != null) {
                fields.put(name, value);
              }
            });
    return new GivenEntity(new Value.Ref(type.name(), given.reference().id()), fields, Set.of());
  }
}
