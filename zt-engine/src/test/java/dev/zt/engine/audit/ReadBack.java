package dev.zt.engine.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zt.AuditRecord;
import dev.zt.EntityRef;
import dev.zt.Unknown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a reader makes of a line, in the same words for every layout. */
final class ReadBack {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ReadBack() {}

  static Optional<String> subject(String line) {
    return Optional.of(json(line).at("/actor/user/uid"))
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue);
  }

  /** What a reader should find. */
  static Map<String, Object> expected(AuditRecord record) {
    Said said = new Said(record);
    EntityRef subject = record.subject();
    EntityRef resource = record.resource();
    Map<String, Object> found = new LinkedHashMap<>();
    put(found, "code", said.code());
    put(found, "operation", said.operation());
    put(found, "correlation", record.correlation());
    put(found, "subject", subject == null ? null : subject.id());
    put(found, "subject type", subject == null ? null : subject.type());
    put(found, "resource", resource == null ? null : resource.id());
    put(found, "resource type", resource == null ? null : resource.type());
    put(found, "outcome", said.outcome() == null ? null : said.outcome().name());
    put(found, "message", said.message());
    put(found, "rules", said.rules());
    put(found, "unknowns", said.unknowns().stream().map(Unknown::toString).toList());
    put(found, "obligations", said.obligations());
    put(found, "challenges", said.challenges());
    put(found, "attributes", new TreeMap<>(record.attributes()));
    return found;
  }

  static Map<String, Object> read(AuditLayout layout, String line) {
    return switch (layout) {
      case OCSF -> ocsf(json(line));
      case ECS -> ecs(json(line));
      case CEF -> cef(line);
    };
  }

  private static Map<String, Object> ocsf(JsonNode line) {
    Map<String, Object> found = new LinkedHashMap<>();
    put(found, "code", text(line, "/metadata/event_code"));
    put(found, "operation", text(line, "/api/operation"));
    put(found, "correlation", text(line, "/metadata/correlation_uid"));
    put(found, "subject", text(line, "/actor/user/uid"));
    put(found, "subject type", text(line, "/actor/user/type"));
    put(found, "resource", text(line, "/resources/0/uid"));
    put(found, "resource type", text(line, "/resources/0/type"));
    put(found, "outcome", text(line, "/unmapped/outcome"));
    put(found, "message", text(line, "/message"));
    own(found, line.at("/unmapped"), line.at("/unmapped/rules"));
    return found;
  }

  private static Map<String, Object> ecs(JsonNode line) {
    Map<String, Object> found = new LinkedHashMap<>();
    put(found, "code", text(line, "/event/code"));
    put(found, "operation", text(line, "/event/action"));
    put(found, "correlation", text(line, "/trace/id"));
    put(found, "subject", text(line, "/user/id"));
    put(found, "subject type", text(line, "/zt/subject_type"));
    put(found, "resource", text(line, "/zt/resource_id"));
    put(found, "resource type", text(line, "/zt/resource_type"));
    put(found, "outcome", text(line, "/zt/outcome"));
    put(found, "message", text(line, "/message"));
    own(found, line.at("/zt"), line.at("/rule/id"));
    return found;
  }

  private static void own(Map<String, Object> found, JsonNode own, JsonNode rules) {
    put(found, "rules", texts(rules));
    List<String> unknowns = new ArrayList<>();
    for (JsonNode unknown : own.at("/unknowns")) {
      String detail = unknown.get("detail").textValue();
      unknowns.add(
          unknown.get("path").textValue()
              + " "
              + unknown.get("cause").textValue()
              + (detail.isEmpty() ? "" : " (" + detail + ")"));
    }
    put(found, "unknowns", unknowns);
    put(found, "obligations", texts(own.at("/obligations")));
    put(found, "challenges", texts(own.at("/challenges")));
    Map<String, String> attributes = new TreeMap<>();
    own.at("/attributes")
        .properties()
        .forEach(each -> attributes.put(each.getKey(), each.getValue().textValue()));
    put(found, "attributes", attributes);
  }

  private static Map<String, Object> cef(String line) {
    List<String> header = CefReader.header(line);
    Map<String, String> fields = CefReader.extension(line);
    Map<String, Object> found = new LinkedHashMap<>();
    put(found, "code", header.get(4));
    put(found, "operation", header.get(5));
    put(found, "correlation", fields.get("externalId"));
    put(found, "subject", fields.get("suid"));
    put(found, "subject type", fields.get("ztSubjectType"));
    put(found, "resource", fields.get("ztResource"));
    put(found, "resource type", fields.get("ztResourceType"));
    put(found, "outcome", fields.get("act"));
    put(found, "message", fields.get("msg"));
    put(found, "rules", CefReader.list(fields.get("ztRules")));
    put(found, "unknowns", CefReader.list(fields.get("ztUnknowns")));
    put(found, "obligations", CefReader.list(fields.get("ztObligations")));
    put(found, "challenges", CefReader.list(fields.get("ztChallenges")));
    Map<String, String> attributes = new TreeMap<>();
    for (String pair : CefReader.list(fields.get("ztAttributes"))) {
      int colon = pair.indexOf(": ");
      attributes.put(pair.substring(0, colon), pair.substring(colon + 2));
    }
    put(found, "attributes", attributes);
    return found;
  }

  private static void put(Map<String, Object> found, String name, Object value) {
    found.put(name, value);
  }

  private static String text(JsonNode line, String at) {
    return line.at(at).textValue();
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.textValue()));
    return texts;
  }

  static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
