package dev.zt.bench.contender;

import com.cedarpolicy.AuthorizationEngine;
import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.AuthorizationResponse;
import com.cedarpolicy.model.AuthorizationSuccessResponse;
import com.cedarpolicy.model.entity.Entities;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.CedarList;
import com.cedarpolicy.value.CedarMap;
import com.cedarpolicy.value.DateTime;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.IpAddress;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.PrimLong;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import dev.zt.bench.model.Address;
import dev.zt.bench.model.Oracle;
import dev.zt.bench.model.Question;
import dev.zt.bench.model.Rank;
import dev.zt.bench.model.Reference;
import dev.zt.bench.model.Release;
import dev.zt.bench.model.Thing;
import dev.zt.bench.workload.Workload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * cedar-java with a cached policy set; each request carries the entities that its answer can depend
 * on and no others, made before.
 */
final class Cedar implements Contender {
  @Override
  public String title() {
    return "cedar-java";
  }

  @Override
  public Answering prepare(Workload workload, Instant now) throws Exception {
    PolicySet policies = PolicySet.parsePolicies(CedarText.policies(workload.rules()));
    policies.cache();
    AuthorizationEngine engine = new BasicAuthorizationEngine();
    List<Asked> asked = new ArrayList<>();
    for (Question question : workload.questions()) {
      asked.add(asked(question, workload.entities(), now));
    }
    Asked[] all = asked.toArray(Asked[]::new);
    return new Answering() {
      @Override
      public Object decide(int question) throws Exception {
        return engine.isAuthorized(all[question].request(), policies, all[question].entities());
      }

      @Override
      public boolean permits(Object answer) {
        AuthorizationResponse response = (AuthorizationResponse) answer;
        AuthorizationSuccessResponse success =
            response.success.orElseThrow(() -> new IllegalStateException(response.toString()));
        if (!success.getErrors().isEmpty()) {
          throw new IllegalStateException(success.toString());
        }
        return success.isAllowed();
      }
    };
  }

  private record Asked(AuthorizationRequest request, Entities entities) {}

  private static Asked asked(Question question, Map<Reference, Thing> entities, Instant now) {
    Map<Reference, Thing> relevant = new HashMap<>();
    gather(question.subject(), entities, relevant);
    gather(question.resource(), entities, relevant);
    Set<Entity> given = new HashSet<>();
    relevant.values().forEach(thing -> given.add(entity(thing)));
    return new Asked(
        new AuthorizationRequest(
            uid(question.subject().reference()),
            uid(new Reference("Action", question.action())),
            uid(question.resource().reference()),
            context(question, now)),
        new Entities(given));
  }

  /** The entity, all that it is a member of, and what its fields refer to. */
  private static void gather(
      Thing thing, Map<Reference, Thing> entities, Map<Reference, Thing> relevant) {
    relevant.put(thing.reference(), thing);
    for (Reference above : Oracle.upwards(thing, entities)) {
      Thing known = entities.get(above);
      if (known != null) {
        relevant.putIfAbsent(above, known);
      }
    }
    for (Object value : thing.fields().values()) {
      if (value instanceof Reference reference) {
        Thing known = entities.get(reference);
        if (known != null) {
          relevant.putIfAbsent(reference, known);
        }
      }
    }
  }

  private static Entity entity(Thing thing) {
    Set<EntityUID> parents = new HashSet<>();
    thing.memberships().forEach(parent -> parents.add(uid(parent)));
    if (thing.roles() != null) {
      thing.roles().forEach(role -> parents.add(uid(new Reference("Role", role))));
    }
    return new Entity(uid(thing.reference()), values(thing.fields()), parents);
  }

  private static EntityUID uid(Reference reference) {
    return EntityTypeName.parse(reference.type()).orElseThrow().of(reference.id());
  }

  /**
   * The signals, the time, and the hour and the day in Berlin, which Cedar leaves to the caller.
   */
  private static Map<String, Value> context(Question question, Instant now) {
    Map<String, Value> context = new HashMap<>();
    question.signals().forEach((name, fields) -> context.put(name, new CedarMap(values(fields))));
    LocalTime local = LocalTime.at(now, LocalTime.ZONE);
    context.put("now", time(now));
    context.put("hour", new PrimLong(local.hour()));
    context.put("day", new PrimLong(local.day().getValue()));
    return context;
  }

  private static DateTime time(Instant instant) {
    return new DateTime(Instant.ofEpochSecond(instant.getEpochSecond()).toString());
  }

  private static Map<String, Value> values(Map<String, Object> fields) {
    Map<String, Value> values = new HashMap<>();
    fields.forEach((name, value) -> values.put(name, value(value)));
    return values;
  }

  private static Value value(Object value) {
    if (value instanceof Boolean flag) {
      return new PrimBool(flag);
    } else if (value instanceof Long number) {
      return new PrimLong(number);
    } else if (value instanceof Rank rank) {
      return new PrimLong(rank.level());
    } else if (value instanceof Release release) {
      return new PrimLong(release.number());
    } else if (value instanceof Address address) {
      return new IpAddress(address.text());
    } else if (value instanceof Instant instant) {
      return time(instant);
    } else if (value instanceof Reference reference) {
      return uid(reference);
    } else if (value instanceof List<?> list) {
      return new CedarList(list.stream().map(Cedar::value).toList());
    }
    return new PrimString((String) value);
  }
}
