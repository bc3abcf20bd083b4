package dev.zt.cli.inventory;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.zt.cli.json.Json;
import dev.zt.cli.needs.ActionNeeds;
import dev.zt.policy.Elevation;
import dev.zt.policy.OpenPlace;
import dev.zt.policy.Rule;
import dev.zt.policy.Scope;
import dev.zt.policy.SourceSpan;
import dev.zt.policy.value.Value;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/** An inventory as one JSON object. */
public final class InventoryJson {
  private final JsonGenerator json;

  private InventoryJson(JsonGenerator json) {
    this.json = json;
  }

  /** The text of an inventory; the needs are told when they were asked for. */
  public static String of(Inventory inventory, boolean withNeeds) {
    return Json.text(json -> new InventoryJson(json).write(inventory, withNeeds));
  }

  private void write(Inventory inventory, boolean withNeeds) throws IOException {
    json.writeStartObject();
    json.writeStringField("policy_version", inventory.policyVersion());
    json.writeArrayFieldStart("rules");
    for (Rule rule : inventory.rules()) {
      rule(rule);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("elevations");
    for (Elevation elevation : inventory.elevations()) {
      elevation(elevation);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("actions_without_permit");
    for (Inventory.Action action : inventory.unpermitted()) {
      json.writeStartObject();
      action(action.resourceType(), action.name());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("open");
    for (OpenPlace place : inventory.open()) {
      json.writeStartObject();
      json.writeStringField("name", place.name());
      json.writeStringField("reason", place.reason());
      place(place.span());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("obligations");
    byRules("call", inventory.obligations());
    json.writeEndArray();
    if (withNeeds) {
      json.writeArrayFieldStart("needs");
      for (ActionNeeds needs : inventory.needs()) {
        json.writeStartObject();
        action(needs.resourceType(), needs.action());
        json.writeBooleanField("possible", needs.possible());
        json.writeArrayFieldStart("facts");
        byRules("name", needs.facts());
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private void rule(Rule rule) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", rule.id());
    json.writeStringField("effect", rule.effect().toString());
    json.writeBooleanField("shadow", rule.shadow());
    place(rule.span());
    targets(rule.scope());
    json.writeStringField("because", rule.because());
    annotations(rule.annotations());
    json.writeEndObject();
  }

  private void elevation(Elevation elevation) throws IOException {
    Elevation.Approval approval = elevation.approval();
    json.writeStartObject();
    json.writeStringField("id", elevation.id());
    place(elevation.span());
    targets(elevation.scope());
    json.writeStringField("at_most", new Value.Duration(elevation.atMost()).toString());
    json.writeNumberField("approvers", approval == null ? 0 : approval.count());
    json.writeBooleanField("reason_required", elevation.reasonRequired());
    annotations(elevation.annotations());
    json.writeEndObject();
  }

  private void targets(Scope scope) throws IOException {
    json.writeObjectFieldStart("targets");
    for (Map.Entry<String, Set<String>> each : scope.targets().entrySet()) {
      json.writeArrayFieldStart(each.getKey());
      for (String action : each.getValue()) {
        json.writeString(action);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private void annotations(Map<String, String> annotations) throws IOException {
    json.writeObjectFieldStart("annotations");
    for (Map.Entry<String, String> each : annotations.entrySet()) {
      json.writeStringField(each.getKey(), each.getValue());
    }
    json.writeEndObject();
  }

  private void byRules(String name, SortedMap<String, SortedSet<String>> asked) throws IOException {
    for (Map.Entry<String, SortedSet<String>> each : asked.entrySet()) {
      json.writeStartObject();
      json.writeStringField(name, each.getKey());
      json.writeArrayFieldStart("rules");
      for (String rule : each.getValue()) {
        json.writeString(rule);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private void action(String type, String action) throws IOException {
    json.writeStringField("type", type);
    json.writeStringField("action", action);
  }

  private void place(SourceSpan span) throws IOException {
    json.writeStringField("file", span.file());
    json.writeNumberField("line", span.line());
    json.writeNumberField("column", span.column());
  }
}
