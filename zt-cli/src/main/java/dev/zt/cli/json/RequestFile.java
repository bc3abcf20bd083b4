package dev.zt.cli.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zt.Request;
import dev.zt.engine.authzen.AuthZenReader;
import dev.zt.engine.authzen.AuthZenRequest;
import dev.zt.policy.Schema;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request in a file, in AuthZEN form or in a shorter one: {@code action} is then a text, the
 * fields of subject and resource stand beside their {@code type} and {@code id}, and signals stand
 * beside the subject.
 *
 * @param request the request
 * @param now what the member {@code now} says, or null when there is none
 */
public record RequestFile(Request request, @Nullable String now) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final Set<String> PARTS = Set.of("subject", "action", "resource", "entities");

  /**
   * Reads a request.
   *
   * @throws dev.zt.engine.authzen.AuthZenException when it is none
   * @throws IllegalArgumentException when it is several
   */
  public static RequestFile read(String json, Schema schema) {
    AuthZenReader reader = new AuthZenReader(schema);
    JsonNode tree = tree(json);
    AuthZenRequest read =
        reader.read(
            tree instanceof ObjectNode given && given.path("action").isTextual()
                ? longForm(given)
                : json);
    if (read instanceof AuthZenRequest.Evaluation evaluation) {
      JsonNode now = tree == null ? null : tree.get("now");
      return new RequestFile(evaluation.request(), now == null ? null : now.asText());
    }
    throw new IllegalArgumentException("it holds several requests");
  }

  /** The tree; null for what is no JSON, of which the reader of requests says why. */
  private static @Nullable JsonNode tree(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private static String longForm(ObjectNode given) {
    ObjectNode request = MAPPER.createObjectNode();
    request.set("subject", entity(given.get("subject")));
    request.putObject("action").set("name", given.get("action"));
    request.set("resource", entity(given.get("resource")));
    JsonNode entities = given.get("entities");
    if (entities != null) {
      request.set("entities", entities);
    }
    ObjectNode context = request.putObject("context");
    for (Map.Entry<String, JsonNode> member : given.properties()) {
      if (!PARTS.contains(member.getKey()) && !member.getKey().equals("now")) {
        context.set(member.getKey(), member.getValue());
      }
    }
    return request.toString();
  }

  /** An entity whose fields stand beside its type and id. */
  private static @Nullable JsonNode entity(@Nullable JsonNode given) {
    if (!(given instanceof ObjectNode entity) || entity.has("properties")) {
      return given;
    }
    ObjectNode properties = entity.deepCopy();
    ObjectNode whole = MAPPER.createObjectNode();
    for (String name : Set.of("type", "id")) {
      JsonNode value = properties.remove(name);
      if (value != null) {
        whole.set(name, value);
      }
    }
    whole.set("properties", properties);
    return whole;
  }
}
