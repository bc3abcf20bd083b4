package dev.zt.test;

import dev.zt.Entity;
import dev.zt.Event;
import dev.zt.Request;
import dev.zt.Signal;
import dev.zt.dsl.suite.GivenEntity;
import dev.zt.dsl.suite.GivenSignal;
import dev.zt.dsl.suite.Precedent;
import dev.zt.dsl.suite.Situation;
import dev.zt.policy.Field;
import dev.zt.policy.Schema;
import dev.zt.policy.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes requests of what tests give. Immutable and thread-safe. */
public final class Requests {
  private final Schema schema;
  private final Data data;

  /** For what is declared there. */
  public Requests(Schema schema) {
    this.schema = schema;
    this.data = new Data(schema);
  }

  /** What a situation asks, as an application would ask it. */
  public Request of(Situation situation) {
    Schema.Entity type = schema.entities().get(situation.resource().reference().type());
    String action =
        type == null
            ? situation.action()
            : type.actions().getOrDefault(situation.action(), situation.action());
    Request request = Request.of(entity(situation.subject()), action, entity(situation.resource()));
    Map<String, @Nullable Object> actionFields =
        fields(situation.actionFields(), List.copyOf(schema.actionFields().values()));
    if (!actionFields.isEmpty()) {
      request = request.withAction(actionFields);
    }
    for (GivenSignal signal : situation.signals()) {
      request = request.with(signal(signal));
    }
    return request.withEntities(further(situation));
  }

  /** An event, as an application would report it. */
  Event of(Precedent.Observed observed) {
    GivenEntity subject = observed.subject();
    Event event =
        subject == null ? Event.of(observed.event()) : Event.of(observed.event(), entity(subject));
    for (GivenSignal signal : observed.signals()) {
      event = event.with(signal(signal));
    }
    for (GivenEntity each : observed.entities()) {
      event = event.with(entity(each));
    }
    return event;
  }

  private List<Entity> further(Situation situation) {
    List<Entity> entities = new ArrayList<>();
    for (GivenEntity each : situation.entities()) {
      Set<String> hidden = new HashSet<>(each.unknown());
      for (GivenEntity party : List.of(situation.subject(), situation.resource())) {
        if (party.reference().equals(each.reference())) {
          hidden.addAll(party.unknown());
        }
      }
      Map<String, Value> fields = new LinkedHashMap<>(each.fields());
      fields.keySet().removeAll(hidden);
      entities.add(entity(each.reference(), fields));
    }
    return entities;
  }

  private Entity entity(GivenEntity given) {
    return entity(given.reference(), given.fields());
  }

  private Entity entity(Value.Ref reference, Map<String, Value> fields) {
    Schema.Entity type = schema.entities().get(reference.type());
    List<Field> declared = type == null ? List.of() : type.fields();
    return Entity.of(data.outside(reference.type()), reference.id(), fields(fields, declared));
  }

  private Signal signal(GivenSignal given) {
    Schema.Signal type = schema.signals().get(given.name());
    return Signal.of(
        given.name(), fields(given.fields(), type == null ? List.of() : type.fields()));
  }

  private Map<String, @Nullable Object> fields(Map<String, Value> given, List<Field> declared) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    given.forEach((name, value) -> fields.put(Data.outside(declared, name), data.of(value)));
    return fields;
  }
}
