package dev.zt.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zt.Decision;
import dev.zt.Entity;
import dev.zt.Outcome;
import dev.zt.Request;
import dev.zt.Signal;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.engine.Engine;
import dev.zt.policy.PolicySet;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A published detection of impossible travel, as a requirement: whoever signs in faster than 900
 * km/h away from where the last sign-in was is challenged.
 */
class TravelVectorsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final PolicySet POLICIES =
      PolicyCompiler.compile(
              "travel.zt",
              """
              module travel
              entity User { }
              entity Site { actions sign_in, other }
              everybody: permit User to sign_in, other Site
              possible_travel:
              require location.speed <= 900km/h
                to sign_in Site
                else challenge mfa
              """)
          .orThrow();

  @TestFactory
  List<DynamicTest> theDetectionFiresWhereItWasPublishedToFire() throws IOException {
    List<JsonNode> rows =
        Vectors.rows("behavior/panther-detections.ndjson").stream()
            .filter(row -> row.get("rule").asText().contains("ImpossibleTravel"))
            .toList();
    assertThat(rows).isNotEmpty();
    return rows.stream()
        .map(row -> DynamicTest.dynamicTest(row.get("name").asText(), () -> holds(row)))
        .toList();
  }

  private static void holds(JsonNode row) throws IOException {
    Instant[] now = {Instant.EPOCH};
    try (Engine engine =
        Engine.builder(POLICIES).clock(() -> now[0]).exactLocations("ipinfo").build()) {
      String history = row.at("/mocks/get_string_set").asText("");
      for (JsonNode earlier : history.isEmpty() ? List.<JsonNode>of() : JSON.readTree(history)) {
        now[0] = time(earlier.get("p_event_time"));
        assertThat(engine.check(request("sign_in", earlier)).permitted()).isTrue();
      }
      JsonNode event = row.get("event");
      JsonNode places = event.at("/p_enrichment/ipinfo_location");
      JsonNode place = StreamSupport.stream(places.spliterator(), false).findFirst().orElse(places);
      if (event.has("p_event_time")) {
        now[0] = time(event.get("p_event_time"));
      }

      Decision decision = engine.check(request(action(event), place));

      assertThat(decision.outcome())
          .isEqualTo(row.get("expected").asBoolean() ? Outcome.CHALLENGE : Outcome.PERMIT);
    }
  }

  private static String action(JsonNode event) {
    boolean signsIn =
        event.path("eventName").asText().equals("ConsoleLogin")
            || event.path("eventType").asText().equals("user.session.start")
            || event.path("event_type").asText().equals("user_login_succeeded");
    return signsIn ? "sign_in" : "other";
  }

  private static Instant time(JsonNode text) {
    return LocalDateTime.parse(text.asText().replace(' ', 'T')).toInstant(ZoneOffset.UTC);
  }

  private static Request request(String action, JsonNode place) {
    Request request =
        Request.of(Entity.of("User", "somebody"), action, Entity.of("Site", "the one"));
    return place.has("lat")
        ? request.with(
            Signal.of("location")
                .source("ipinfo")
                .with("country", place.get("country").asText())
                .with(
                    "point",
                    Map.of("lat", place.get("lat").asDouble(), "lon", place.get("lng").asDouble())))
        : request;
  }
}
