package dev.zt.conformance.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zt.Event;
import dev.zt.Outcome;
import dev.zt.Signal;
import dev.zt.conformance.Vectors;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Published detections of many failed sign-ins, as a limit: as often as the detection says within
 * its time, and no less often, who or where they come from is refused.
 */
class DetectionVectorsTest {
  private static final String POLICIES =
      """
      everything: permit User to any action on Order
      guessing: forbid User to any action on Order when failures >= %d
      behavior failures = count of event login_failed by %s over %dm
      """;

  @TestFactory
  List<DynamicTest> theDetectionFiresWhereItWasPublishedToFire() throws IOException {
    List<JsonNode> rows =
        Vectors.rows("behavior/panther-detections.ndjson").stream()
            .filter(row -> row.get("threshold").isInt())
            .toList();
    assertThat(rows).isNotEmpty();
    return rows.stream()
        .map(row -> DynamicTest.dynamicTest(row.get("name").asText(), () -> holds(row)))
        .toList();
  }

  private static void holds(JsonNode row) {
    int threshold = row.get("threshold").asInt();
    int minutes = row.get("dedup_minutes").asInt();
    boolean byAddress = row.get("rule").asText().endsWith("ByIP");
    JsonNode event = row.get("event");
    String policies = POLICIES.formatted(threshold, byAddress ? "location.ip" : "subject", minutes);
    try (Shop shop = new Shop(policies)) {
      for (int i = 1; i < threshold; i++) {
        observe(shop, event);
      }
      assertThat(outcome(shop, event)).isEqualTo(Outcome.PERMIT);
      observe(shop, event);
      assertThat(outcome(shop, event))
          .isEqualTo(row.get("expected").asBoolean() ? Outcome.DENY : Outcome.PERMIT);
      shop.pass(Duration.ofMinutes(minutes));
      assertThat(outcome(shop, event)).isEqualTo(Outcome.PERMIT);
    }
  }

  private static Outcome outcome(Shop shop, JsonNode event) {
    String user = user(event).isEmpty() ? "somebody" : user(event);
    return shop.engine().check(Shop.asks(user, "view", 1).with(place(event))).outcome();
  }

  /** As an application would report it: a sign-in that failed, of whom, from where. */
  private static void observe(Shop shop, JsonNode event) {
    if (failed(event)) {
      String user = user(event);
      Event observed =
          user.isEmpty() ? Event.of("login_failed") : Event.of("login_failed", Shop.user(user));
      shop.engine().observe(observed.with(place(event)));
    }
  }

  private static Signal place(JsonNode event) {
    return Signal.of("location", Map.of("ip", address(event)));
  }

  private static boolean failed(JsonNode event) {
    boolean saysSo =
        texts(
                event,
                "/responseElements/ConsoleLogin",
                "/event_type",
                "/name",
                "/outcome/result",
                "/category",
                "/event/params/status",
                "/Operation")
            .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains("fail"));
    return saysSo
        || event.at("/event_type_id").asInt() == 6
        || event.at("/response/statusCode").asInt() == 403;
  }

  private static String user(JsonNode event) {
    return texts(
            event,
            "/userIdentity/userName",
            "/created_by/login",
            "/actor/email",
            "/actor/alternateId",
            "/user_name",
            "/target_user/email",
            "/requestParams/user",
            "/UserId",
            "/event/user")
        .findFirst()
        .orElse("");
  }

  private static String address(JsonNode event) {
    return texts(
            event,
            "/sourceIPAddress",
            "/ip_address",
            "/ipAddress",
            "/client/ipAddress",
            "/ipaddr",
            "/context/client_ip_address",
            "/client/ip_address",
            "/ClientIP",
            "/event/params/ip")
        .findFirst()
        .orElse("192.0.2.1");
  }

  private static Stream<String> texts(JsonNode event, String... places) {
    return Stream.of(places).map(event::at).filter(JsonNode::isTextual).map(JsonNode::asText);
  }
}
