package dev.zt.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zt.Entity;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.engine.Engine;
import dev.zt.engine.InMemoryEntityStore;
import dev.zt.engine.authzen.AuthZenEndpoint;
import dev.zt.engine.authzen.AuthZenException;
import dev.zt.engine.authzen.AuthZenReader;
import dev.zt.engine.authzen.AuthZenWriter;
import dev.zt.policy.PolicySet;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The decisions that others published for AuthZEN, from JSON to JSON, with policies of our own. */
class AuthZenInteropTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static AuthZenEndpoint endpoint(String policy, Collection<Entity> entities)
      throws IOException {
    PolicySet policies = PolicyCompiler.compile(policy, text(policy)).orThrow();
    Engine engine = Engine.builder(policies).entities(InMemoryEntityStore.of(entities)).build();
    return new AuthZenEndpoint(
        engine, new AuthZenReader(() -> engine.policies().schema()), new AuthZenWriter());
  }

  private static String text(String policy) throws IOException {
    try (InputStream file = AuthZenInteropTest.class.getResourceAsStream("authzen/" + policy)) {
      return new String(file.readAllBytes(), UTF_8);
    }
  }

  private static List<Entity> users(String type) throws IOException {
    List<Entity> users = new ArrayList<>();
    JsonNode published = JSON.readTree(Vectors.path("authzen/todo-users.json").toFile());
    for (Map.Entry<String, JsonNode> user : published.properties()) {
      List<String> roles = new ArrayList<>();
      user.getValue().get("roles").forEach(role -> roles.add(role.textValue()));
      users.add(
          Entity.of(type, user.getKey())
              .with("email", user.getValue().get("id").textValue())
              .roles(roles));
    }
    return users;
  }

  @Test
  void todoDecisionsAreThePublishedOnes() throws IOException {
    AuthZenEndpoint todo = endpoint("todo.zt", users("user"));
    JsonNode published = JSON.readTree(Vectors.path("authzen/todo-decisions.json").toFile());
    int evaluations = evaluations(todo, published);
    int batches = 0;
    for (JsonNode each : published.get("evaluations")) {
      JsonNode response = JSON.readTree(todo.answer(each.get("request").toString()));
      decisionsAgree(response.get("evaluations"), each.get("expected"));
      batches++;
    }
    System.out.printf(
        "vectors authzen/todo-decisions: %d evaluations and %d batches as published%n",
        evaluations, batches);
    assertThat(batches).isPositive();
  }

  @Test
  void gatewayDecisionsAreThePublishedOnes() throws IOException {
    AuthZenEndpoint gateway = endpoint("gateway.zt", users("identity"));
    JsonNode published = JSON.readTree(Vectors.path("authzen/api-gateway-decisions.json").toFile());
    System.out.printf(
        "vectors authzen/api-gateway-decisions: %d evaluations as published%n",
        evaluations(gateway, published));
  }

  private static int evaluations(AuthZenEndpoint endpoint, JsonNode published) throws IOException {
    int count = 0;
    for (JsonNode each : published.get("evaluation")) {
      JsonNode response = JSON.readTree(endpoint.answer(each.get("request").toString()));
      assertThat(response.get("decision")).as(each.toString()).isEqualTo(each.get("expected"));
      count++;
    }
    assertThat(count).isPositive();
    return count;
  }

  private static void decisionsAgree(JsonNode answers, JsonNode expected) {
    assertThat(answers).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(answers.get(i).get("decision"))
          .as(answers.get(i).toString())
          .isEqualTo(expected.get(i).get("decision"));
    }
  }

  @Test
  void certificationRequestsAreAnsweredAsDemanded() throws IOException {
    AuthZenEndpoint fixture =
        endpoint(
            "certification.zt",
            List.of(
                Entity.of("user", "alice"),
                Entity.of("user", "bob").with("role", "admin"),
                Entity.of("record", "record-1").with("status", "active"),
                Entity.of("record", "record-2").with("status", "archived")));
    int answered = 0;
    int searches = 0;
    for (JsonNode row : Vectors.rows("authzen/certification.ndjson")) {
      if (row.get("id").textValue().startsWith("c-4-")) {
        searches++;
      } else {
        isAnsweredAsDemanded(fixture, row);
        answered++;
      }
    }
    System.out.printf(
        "vectors authzen/certification: %d answered as demanded, %d searches not mappable%n",
        answered, searches);
    assertThat(answered).isPositive();
  }

  private static void isAnsweredAsDemanded(AuthZenEndpoint fixture, JsonNode row)
      throws IOException {
    JsonNode request = row.get("request");
    String body;
    try {
      body = fixture.answer(request.toString());
    } catch (AuthZenException refused) {
      assertThat(row.get("expected_http").intValue()).as(row.toString()).isEqualTo(400);
      return;
    }
    assertThat(row.get("expected_http").intValue()).as(row.toString()).isEqualTo(200);
    JsonNode response = JSON.readTree(body);
    JsonNode demanded = row.get("expected_body");
    if (request.path("evaluations").isEmpty()) {
      assertThat(response.get("decision")).as(row.toString()).isEqualTo(demanded.get("decision"));
      return;
    }
    JsonNode answers = response.get("evaluations");
    assertThat(answers).hasSameSizeAs(request.get("evaluations"));
    assertThat(answers).allMatch(answer -> answer.get("decision").isBoolean());
    if (!demanded.isNull()) {
      decisionsAgree(answers, demanded.get("evaluations"));
    }
  }
}
