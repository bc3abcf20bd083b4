package dev.zt.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zt.Authorizer;
import dev.zt.Decision;
import dev.zt.Entity;
import dev.zt.EntityRef;
import dev.zt.Request;
import dev.zt.Signal;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.engine.Engine;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Nothing that a request holds makes a check throw or return null. */
class HostileProperties {
  private static final String RULES =
      """
      every_type: permit User to any action
        when subject.level > 0 and subject.tier >= low and subject.dept matches "*a*"
          and subject.tags contains "a" and subject.tenure > 1d and subject.manager.level > 0
          and subject.home.country == "DE" and subject in Team "t1" and role "reader"
          and group "g1" and location.ip in ["10.0.0.0/8"] and location.country == "DE"
          and location.speed < 900km/h and location.accuracy < 1km and device.os_version > "1"
          and distance(location.point, location.point) < 1km and action.soft
          and workload.spiffe matches "spiffe://t.example/**" and context.ratio > 0.5
      aims_at_all: forbid anyone to any action
        when subject.ends is none or subject.started < now or size(subject.roles) > 3
          or any(t in subject.tags: t == "x") or score > 30
      """;

  private static final List<String> USER_FIELDS =
      List.of(
          "level",
          "tier",
          "dept",
          "tags",
          "started",
          "ends",
          "manager",
          "home",
          "roles",
          "groups",
          "parents",
          "tenure",
          "id",
          "nonsense");
  private static final List<String> SIGNAL_FIELDS =
      List.of(
          "ip",
          "country",
          "speed",
          "accuracy",
          "point",
          "os_version",
          "as_of",
          "source",
          "mfa_at",
          "methods",
          "spiffe",
          "ratio",
          "n",
          "address",
          "nonsense");

  private final Authorizer authorizer =
      Engine.builder(PolicyCompiler.compile("t.zt", SampleSchema.TEXT + RULES).orThrow())
          .clock(() -> Laws.NOW)
          .entities(
              reference -> {
                throw new IllegalStateException("the store is down");
              })
          .build();

  @Provide
  Arbitrary<Object> values() {
    Arbitrary<Object> leaves =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(8).map(text -> (Object) text),
            Arbitraries.longs().map(number -> (Object) number),
            Arbitraries.doubles().map(number -> (Object) number),
            Arbitraries.bigIntegers().map(number -> (Object) number),
            Arbitraries.of(
                Double.NaN,
                Double.NEGATIVE_INFINITY,
                "\ud800",
                Instant.MAX,
                Instant.MIN,
                EntityRef.of("User", "u1"),
                EntityRef.of("", ""),
                Entity.of("Team", "t1"),
                new Object(),
                'c',
                List.of(List.of()),
                Thread.State.NEW));
    return Arbitraries.recursive(() -> leaves, HostileProperties::nested, 0, 3);
  }

  private static Arbitrary<Object> nested(Arbitrary<Object> inner) {
    return Arbitraries.oneOf(
        inner,
        inner.injectNull(0.2).list().ofMaxSize(4).map(list -> (Object) list),
        inner.array(Object[].class).ofMaxSize(3).map(array -> (Object) array),
        Arbitraries.maps(
                Arbitraries.of("lat", "lon", "type", "id", "street", "country"),
                inner.injectNull(0.2))
            .ofMaxSize(3)
            .map(map -> (Object) map));
  }

  /** What a request says of its subject and resource, and what its signals and its action hold. */
  private record Data(Map<String, Object> entity, Map<String, Object> signal) {}

  /** Five at a time, which costs less than five cases of one. */
  @Provide
  Arbitrary<List<Data>> data() {
    return Combinators.combine(fields(USER_FIELDS), fields(SIGNAL_FIELDS))
        .as(Data::new)
        .list()
        .ofSize(5);
  }

  private Arbitrary<Map<String, Object>> fields(List<String> names) {
    return Arbitraries.maps(Arbitraries.of(names), values().injectNull(0.1)).ofMaxSize(6);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void noValueMakesACheckThrow(@ForAll("data") List<Data> data) {
    for (Data each : data) {
      assertAnswered(authorizer, request(each.entity(), each.signal()));
    }
  }

  @Example
  void aDeciderThatCastsBlindlyIsCaught() {
    World world =
        new World(
            "read", "User u1", "Doc d1", Map.of("User u1", Map.of("dept", 7), "Doc d1", Map.of()));

    assertThatThrownBy(() -> Faults.CASTS_BLINDLY.decide(Compiled.of(List.of()), world, Laws.NOW))
        .isInstanceOf(ClassCastException.class);
  }

  @Example
  void aMebibyteOfTextIsReadWhereverItStands() {
    Map<String, Object> everywhere = new HashMap<>();
    String text = "x".repeat(1 << 20);
    USER_FIELDS.forEach(field -> everywhere.put(field, text));
    SIGNAL_FIELDS.forEach(field -> everywhere.put(field, List.of(text, text)));

    assertAnswered(authorizer, request(everywhere, everywhere));
  }

  @Example
  void aHundredThousandAttributesAreRead() {
    Map<String, Object> many = new HashMap<>();
    for (int i = 0; i < 100_000; i++) {
      many.put("attribute_" + i, i);
    }

    assertAnswered(authorizer, request(many, many));
  }

  @Example
  void aCycleOfTeamsIsWalkedOnce() {
    Request request = request(Map.of("parents", List.of(EntityRef.of("Team", "0"))), Map.of());
    for (int i = 0; i < 1_000; i++) {
      request =
          request.with(
              Entity.of("Team", "" + i).parents(EntityRef.of("Team", "" + (i + 1) % 1_000)));
    }

    assertAnswered(authorizer, request);
  }

  @Example
  void everyNaughtyStringIsJudgedWhereverItStands() throws IOException {
    for (var row : Vectors.rows("strings/naughty.ndjson")) {
      String text = row.get("s").asText();
      Map<String, Object> user = new LinkedHashMap<>();
      USER_FIELDS.forEach(field -> user.put(field, text));
      Map<String, Object> signal = new LinkedHashMap<>();
      SIGNAL_FIELDS.forEach(field -> signal.put(field, text));
      signal.put(text, text);

      assertAnswered(authorizer, request(user, signal));
      Entity named = Entity.of(text, text);
      assertAnswered(authorizer, Request.of(named, text, named));
      assertAnswered(authorizer, Request.of(Entity.of("User", text), text, Entity.of("Doc", text)));
    }
  }

  private static Request request(
      Map<String, @Nullable Object> user, Map<String, @Nullable Object> signal) {
    Request request =
        Request.of(Entity.of("User", "u1", user), "read", Entity.of("Doc", "d1", user));
    for (String name : List.of("device", "identity", "location", "workload", "context", "x")) {
      request = request.with(Signal.of(name, signal));
    }
    return request.withAction(signal).withAction("soft", signal.get("n"));
  }

  private static void assertAnswered(Authorizer authorizer, Request request) {
    Decision decision = authorizer.check(request);

    assertThat(decision).isNotNull();
    assertThat(decision.permitted()).isFalse();
    assertThat(authorizer.explain(request).decision()).isEqualTo(decision);
  }
}
