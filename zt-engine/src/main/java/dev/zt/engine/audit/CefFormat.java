package dev.zt.engine.audit;

import dev.zt.AuditRecord;
import dev.zt.EntityRef;
import dev.zt.Outcome;
import dev.zt.Unknown;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The Common Event Format. Keys of the format's dictionary where one means the same, keys that
 * begin with {@code zt} for the others; lists hold their parts escaped and joined by {@code ; }.
 */
final class CefFormat implements LineFormat {
  private final String application;

  CefFormat(String application) {
    this.application = application;
  }

  @Override
  public byte[] line(AuditRecord record, long number) {
    Said said = new Said(record);
    Outcome outcome = said.outcome();
    EntityRef subject = record.subject();
    EntityRef resource = record.resource();
    StringBuilder line = new StringBuilder(512);
    line.append("CEF:0|zt|zt|1|").append(CefText.header(said.code())).append('|');
    line.append(CefText.header(said.operation())).append('|');
    line.append(outcome == null || said.givesAccess() ? 1 : 5).append("|rt=").append(said.millis());
    put(line, "app", application);
    put(line, "act", outcome == null ? null : outcome.name());
    put(line, "outcome", outcome == null ? null : said.givesAccess() ? "success" : "failure");
    put(line, "reason", said.cause());
    put(line, "suid", subject == null ? null : subject.id());
    put(line, "ztSubjectType", subject == null ? null : subject.type());
    put(line, "ztAction", record.action());
    put(line, "ztResourceType", resource == null ? null : resource.type());
    put(line, "ztResource", resource == null ? null : resource.id());
    put(line, "externalId", record.correlation());
    put(line, "src", record.attributes().get("location.ip"));
    put(line, "msg", said.message());
    put(line, "ztPolicyVersion", record.policyVersion());
    list(line, "ztRules", said.rules());
    list(line, "ztUnknowns", said.unknowns().stream().map(Unknown::toString).toList());
    list(line, "ztObligations", said.obligations());
    list(line, "ztChallenges", said.challenges());
    put(line, "ztValidUntil", said.validUntil());
    put(line, "ztShadow", said.shadow());
    list(line, "ztAttributes", pairs(record.attributes()));
    line.append(" ztSeal=").append(number).append(':').append(Seal.NONE).append('\n');
    return line.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static Collection<String> pairs(Map<String, String> attributes) {
    return new TreeMap<>(attributes)
        .entrySet().stream().map(each -> each.getKey() + ": " + each.getValue()).toList();
  }

  private static void put(StringBuilder line, String key, @Nullable String value) {
    if (value != null) {
      line.append(' ').append(key).append('=').append(CefText.value(value));
    }
  }

  private static void list(StringBuilder line, String key, Collection<String> values) {
    if (!values.isEmpty()) {
      put(line, key, CefText.joined(values));
    }
  }
}
