package dev.zt.bench.contender;

import dev.zt.Authorizer;
import dev.zt.Decision;
import dev.zt.Entity;
import dev.zt.EntityRef;
import dev.zt.Request;
import dev.zt.Signal;
import dev.zt.bench.model.Address;
import dev.zt.bench.model.Question;
import dev.zt.bench.model.Rank;
import dev.zt.bench.model.Reference;
import dev.zt.bench.model.Release;
import dev.zt.bench.model.Thing;
import dev.zt.bench.workload.Application;
import dev.zt.bench.workload.Workload;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.engine.Engine;
import dev.zt.engine.Evaluator;
import dev.zt.engine.InMemoryEntityStore;
import dev.zt.policy.PolicySet;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** This library. */
record Zt(Evaluator evaluator, Requests requests) implements Contender {
  /** How a request comes about. */
  enum Requests {
    /** Made once; entities and signals are reused. */
    PREPARED,
    /** Made for each decision from entities and signals that are reused. */
    REQUESTS,
    /** Made for each decision from the application's records, which are made anew too. */
    RECORDS,
    /** Made for each decision from maps that are made anew too. */
    MAPS
  }

  @Override
  public String title() {
    if (evaluator == Evaluator.REFERENCE) {
      return "zt, reference evaluator";
    }
    return switch (requests) {
      case PREPARED -> "zt, prepared";
      case REQUESTS -> "zt, requests made anew";
      case RECORDS -> "zt, records made anew";
      case MAPS -> "zt, maps made anew";
    };
  }

  @Override
  public Answering prepare(Workload workload, Instant now) {
    Authorizer authorizer = engine(compile(workload), workload, now);
    return switch (requests) {
      case PREPARED -> prepared(authorizer, workload.questions());
      case REQUESTS -> fromParts(authorizer, workload.questions());
      case RECORDS -> fromRecords(authorizer, workload.application());
      case MAPS -> fromMaps(authorizer, workload.questions());
    };
  }

  private static Answering prepared(Authorizer authorizer, List<Question> questions) {
    Request[] requests = questions.stream().map(Zt::request).toArray(Request[]::new);
    return (Deciding) question -> authorizer.check(requests[question]);
  }

  private static Answering fromParts(Authorizer authorizer, List<Question> questions) {
    Request[] parts = questions.stream().map(Zt::request).toArray(Request[]::new);
    return (Deciding) question -> authorizer.check(anew(parts[question]));
  }

  private static Request anew(Request parts) {
    return Request.of(parts.subject(), parts.action(), parts.resource())
        .withSignals(parts.signals());
  }

  private static Answering fromRecords(Authorizer authorizer, Application application) {
    return (Deciding) question -> authorizer.check(application.request(question));
  }

  private static Answering fromMaps(Authorizer authorizer, List<Question> questions) {
    Question[] asked = questions.toArray(Question[]::new);
    return (Deciding) question -> authorizer.check(request(asked[question]));
  }

  /** The policy of a workload, from text. */
  static PolicySet compile(Workload workload) {
    return PolicyCompiler.compile(ZtText.files(workload)).orThrow();
  }

  private Engine engine(PolicySet policies, Workload workload, Instant now) {
    return Engine.builder(policies)
        .evaluator(evaluator)
        .clock(InstantSource.fixed(now))
        .entities(
            InMemoryEntityStore.of(workload.entities().values().stream().map(Zt::entity).toList()))
        .build();
  }

  private interface Deciding extends Answering {
    @Override
    Decision decide(int question);

    @Override
    default boolean permits(Object answer) {
      return ((Decision) answer).permitted();
    }
  }

  static Request request(Question question) {
    Request request =
        Request.of(entity(question.subject()), question.action(), entity(question.resource()));
    for (Map.Entry<String, Map<String, Object>> signal : question.signals().entrySet()) {
      request = request.with(Signal.of(signal.getKey(), given(signal.getValue())));
    }
    return request;
  }

  private static Entity entity(Thing thing) {
    Entity entity =
        Entity.of(thing.reference().type(), thing.reference().id(), given(thing.fields()));
    if (thing.roles() != null) {
      entity = entity.roles(thing.roles());
    }
    return thing.parents() == null
        ? entity
        : entity.parents(thing.parents().stream().map(Zt::ref).toList());
  }

  private static Map<String, Object> given(Map<String, Object> fields) {
    Map<String, Object> given = new HashMap<>();
    fields.forEach((name, value) -> given.put(name, value(value)));
    return given;
  }

  private static Object value(Object value) {
    if (value instanceof Rank rank) {
      return rank.name();
    } else if (value instanceof Reference reference) {
      return ref(reference);
    } else if (value instanceof Address address) {
      return address.text();
    } else if (value instanceof Release release) {
      return release.text();
    } else if (value instanceof List<?> list) {
      return list.stream().map(Zt::value).toList();
    }
    return value;
  }

  private static EntityRef ref(Reference reference) {
    return new EntityRef(reference.type(), reference.id());
  }
}
