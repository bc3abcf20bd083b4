package dev.zt.engine.authzen;

import static dev.zt.engine.authzen.Reading.READER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zt.Entity;
import dev.zt.EntityRef;
import dev.zt.Request;
import dev.zt.engine.authzen.AuthZenRequest.Evaluation;
import dev.zt.engine.authzen.AuthZenRequest.Evaluations;
import dev.zt.engine.authzen.AuthZenRequest.Item;
import dev.zt.policy.value.Vectors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The published requests are read into what they say; what they decide is another test's. */
class AuthZenVectorsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void certificationRequestsAreReadOrRefusedAsPublished() throws IOException {
    Vectors rows = Vectors.read("authzen/certification");
    for (JsonNode row : rows.rows()) {
      if (row.get("id").textValue().startsWith("c-4-")) {
        rows.isNotMappable("a search");
      } else if (row.get("expected_http").intValue() == 400) {
        rows.check(row, isRefused(row.get("request").toString()));
      } else {
        rows.check(row, says(row.get("request")));
      }
    }
    rows.report();
  }

  @Test
  void interopRequestsAreReadAsPublished() throws IOException {
    int read = 0;
    for (String file : List.of("todo-decisions", "api-gateway-decisions")) {
      JsonNode document =
          JSON.readTree(Vectors.folder().resolve("authzen/" + file + ".json").toFile());
      for (String kind : List.of("evaluation", "evaluations")) {
        for (JsonNode each : document.path(kind)) {
          assertThat(says(each.get("request"))).as(each.toString()).isTrue();
          read++;
        }
      }
    }
    assertThat(read).isPositive();
  }

  @Test
  void requestsOfTheSemanticCasesAreRead() throws IOException {
    Vectors cases = Vectors.read("semantics/cases");
    for (JsonNode row : cases.rows()) {
      if (row.has("request")) {
        cases.check(row, says(row.get("request")));
      } else {
        cases.isNotMappable("a policy that does not compile");
      }
    }
    cases.report();
  }

  @Test
  void hostileTextIsReadAnywhereAndNeverThrowsAnythingElse() throws IOException {
    Vectors strings = Vectors.read("strings/naughty");
    for (JsonNode row : strings.rows()) {
      String text = row.get("s").textValue();
      String quoted = JSON.writeValueAsString(text);
      String entity = "{\"type\":%1$s,\"id\":%1$s,\"properties\":{%1$s:%1$s}}".formatted(quoted);
      String request =
          "{\"subject\":%2$s,\"resource\":%2$s,\"action\":{\"name\":%1$s,\"properties\":{%1$s:%1$s}},\"context\":{\"device\":{%1$s:%1$s}},\"entities\":[%2$s]}"
              .formatted(quoted, entity);
      Request read = ((Evaluation) READER.read(request)).request();
      assertThat(isRefused(text)).isTrue();
      assertThat(isRefused("{\"subject\":" + text + "}")).isTrue();
      strings.check(
          row,
          read.action().equals(text)
              && read.subject().reference().equals(EntityRef.of(text, text))
              && text.equals(read.resource().fields().get(text))
              && text.equals(read.actionFields().get(text))
              && text.equals(read.signals().get(0).fields().get(text))
              && text.equals(read.entities().get(0).fields().get(text)));
    }
    strings.report();
  }

  private static boolean isRefused(String text) {
    try {
      READER.read(text);
      return false;
    } catch (AuthZenException refused) {
      return true;
    }
  }

  /** Whether the reader takes from the request what a plain reading of the JSON finds there. */
  private static boolean says(JsonNode json) throws IOException {
    AuthZenRequest request = READER.read(json.toString());
    List<JsonNode> expected = new ArrayList<>();
    json.path("evaluations").forEach(expected::add);
    boolean isBatch = !expected.isEmpty();
    if (!isBatch) {
      expected.add(json);
    }
    if (isBatch != request instanceof Evaluations || expected.size() != request.items().size()) {
      return false;
    }
    for (int i = 0; i < expected.size(); i++) {
      if (!says(expected.get(i), json, request.items().get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean says(JsonNode json, JsonNode defaults, Item item) throws IOException {
    JsonNode resource = part("resource", json, defaults);
    if (item instanceof AuthZenRequest.Unreadable) {
      return resource.isMissingNode();
    }
    Request request = ((Evaluation) item).request();
    return request.action().equals(part("action", json, defaults).get("name").textValue())
        && is(request.subject(), part("subject", json, defaults))
        && is(request.resource(), resource)
        && request.actionFields().size()
            == part("action", json, defaults).path("properties").size();
  }

  private static JsonNode part(String name, JsonNode json, JsonNode defaults) {
    return json.has(name) ? json.get(name) : defaults.path(name);
  }

  private static boolean is(Entity entity, JsonNode json) throws IOException {
    return entity.type().equals(json.get("type").textValue())
        && entity.id().equals(json.get("id").textValue())
        && JSON.writeValueAsString(entity.fields())
            .equals(json.has("properties") ? json.get("properties").toString() : "{}");
  }
}
