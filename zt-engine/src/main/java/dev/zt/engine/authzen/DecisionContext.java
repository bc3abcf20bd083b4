package dev.zt.engine.authzen;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.zt.Challenge;
import dev.zt.Decision;
import dev.zt.Obligation;
import dev.zt.Reason;
import dev.zt.Unknown;
import dev.zt.policy.value.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Writes the {@code context} of a response, as {@link AuthZenWriter} describes it. */
record DecisionContext(JsonGenerator json) {
  /** RFC 3339 ends with the year 9999. To end early is allowed, to end late is not. */
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

  void write(Decision decision) throws IOException {
    json.writeStartObject();
    json.writeStringField("outcome", lower(decision.outcome()));
    writeParticulars(decision);
    writeReasons(decision.reasons());
    writeUnknowns(decision.unknowns());
    if (!decision.validUntil().equals(Instant.MAX)) {
      Instant end = decision.validUntil();
      json.writeStringField("valid_until", (end.isAfter(LAST) ? LAST : end).toString());
    }
    json.writeStringField("policy_version", decision.policyVersion());
    if (decision.shadow().isPresent()) {
      json.writeFieldName("shadow");
      write(decision.shadow().get());
    }
    json.writeEndObject();
  }

  private void writeParticulars(Decision decision) throws IOException {
    if (decision instanceof Decision.Deny deny) {
      json.writeStringField("cause", lower(deny.cause()));
      json.writeStringField("message", deny.message());
    } else if (decision instanceof Decision.Challenge challenged) {
      writeChallenges(challenged.challenges());
    } else if (decision instanceof Decision.Restrict restricted) {
      json.writeArrayFieldStart("obligations");
      for (Obligation obligation : restricted.obligations()) {
        writeCall(obligation.name(), obligation.arguments());
      }
      json.writeEndArray();
    }
  }

  private void writeChallenges(List<Challenge> challenges) throws IOException {
    json.writeArrayFieldStart("challenges");
    for (Challenge challenge : challenges) {
      json.writeStartObject();
      json.writeArrayFieldStart("one_of");
      for (Challenge.Step step : challenge.alternatives()) {
        writeCall(step.name(), step.arguments());
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeCall(String name, Map<String, Object> arguments) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", name);
    if (!arguments.isEmpty()) {
      json.writeObjectFieldStart("arguments");
      for (Map.Entry<String, Object> argument : arguments.entrySet()) {
        json.writeFieldName(argument.getKey());
        writeArgument(argument.getValue());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void writeArgument(Object value) throws IOException {
    if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof Long whole) {
      json.writeNumber(whole);
    } else if (value instanceof BigDecimal exact) {
      json.writeNumber(exact.toPlainString());
    } else if (value instanceof Duration duration) {
      json.writeString(new Value.Duration(duration.toMillis()).toString());
    } else {
      json.writeString(value.toString());
    }
  }

  private void writeReasons(List<Reason> reasons) throws IOException {
    if (reasons.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("reasons");
    for (Reason reason : reasons) {
      json.writeStartObject();
      json.writeStringField("rule", reason.rule());
      if (reason.message() != null) {
        json.writeStringField("message", reason.message());
      }
      json.writeStringField("file", reason.position().file());
      json.writeNumberField("line", reason.position().line());
      json.writeNumberField("column", reason.position().column());
      if (!reason.annotations().isEmpty()) {
        json.writeObjectFieldStart("annotations");
        for (Map.Entry<String, String> annotation : sorted(reason.annotations())) {
          json.writeStringField(annotation.getKey(), annotation.getValue());
        }
        json.writeEndObject();
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** In one order for equal decisions. */
  private static Iterable<Map.Entry<String, String>> sorted(Map<String, String> annotations) {
    return new TreeMap<>(annotations).entrySet();
  }

  private void writeUnknowns(List<Unknown> unknowns) throws IOException {
    if (unknowns.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("unknowns");
    for (Unknown unknown : unknowns) {
      json.writeStartObject();
      json.writeStringField("path", unknown.path());
      json.writeStringField("cause", lower(unknown.cause()));
      if (!unknown.detail().isEmpty()) {
        json.writeStringField("detail", unknown.detail());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
