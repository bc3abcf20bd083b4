package dev.zt.bench.workload;

import dev.zt.EntityRef;
import dev.zt.bench.model.Oracle;
import dev.zt.bench.model.Question;
import dev.zt.bench.model.Reference;
import dev.zt.bench.model.Thing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What each subject and resource is a member of, found before anything is asked. */
final class Membership {
  private final Map<String, Set<String>> byMember = new HashMap<>();

  Membership(List<Question> questions, Map<Reference, Thing> entities) {
    for (Question question : questions) {
      add(question.subject(), entities);
      add(question.resource(), entities);
    }
  }

  private void add(Thing thing, Map<Reference, Thing> entities) {
    byMember.computeIfAbsent(
        thing.reference().id(),
        id ->
            Oracle.upwards(thing, entities).stream()
                .map(Reference::id)
                .collect(Collectors.toUnmodifiableSet()));
  }

  /** The ids of the entity itself and of all that it is transitively a member of. */
  Set<String> of(String id) {
    return Names.get(byMember, id);
  }

  /** The id of what a field refers to. */
  static String id(Thing thing, String field) {
    if (thing.fields().get(field) instanceof Reference reference) {
      return reference.id();
    }
    throw new IllegalArgumentException(thing + " has no reference " + field);
  }

  /** The direct parents as zt takes them. */
  static List<EntityRef> parents(Thing thing) {
    return thing.memberships().stream()
        .map(parent -> new EntityRef(parent.type(), parent.id()))
        .toList();
  }
}
