package dev.zt.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zt.AuditRecord;
import dev.zt.AuditRecord.Kind;
import dev.zt.Challenge;
import dev.zt.Decision;
import dev.zt.DenyCause;
import dev.zt.Entity;
import dev.zt.Obligation;
import dev.zt.Reason;
import dev.zt.Request;
import dev.zt.SourcePosition;
import dev.zt.Unknown;
import dev.zt.UnknownCause;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Whatever text a stranger puts into a request, a record is one line, and a reader finds in it what
 * was recorded: a hundred thousand records, in each layout by turns.
 */
class HostileRecordsProperties {
  private static final String[] PIECES = {
    "\n",
    "\r\n",
    "\r",
    "\u2028",
    "\u2029",
    "\u0085",
    "\u000b",
    "\f",
    "\0",
    "\u001b[2J",
    "\b",
    "\"",
    "\\",
    "\\\\",
    "\\n",
    "\\u000a",
    "\\\"",
    "'",
    "{",
    "}",
    "\"}}",
    "},{",
    "[",
    ";",
    "; ",
    "=",
    " =",
    "|",
    "\\|",
    "\\=",
    " act=PERMIT",
    "CEF:0|zt|zt|1|decision.check|read|1|",
    "\"seal\":\"1:" + Seal.NONE,
    "1:" + Seal.NONE,
    "continues 0:" + Seal.NONE,
    "${jndi:ldap://x}",
    "%n%s",
    "<script>",
    "\ud800",
    "\udc00",
    "\ud83d\ude00",
    "\ufeff",
    "\u202e",
    "\uffff",
    "é",
    "日本",
    " ",
    "\t",
    "a",
    "PERMIT",
    ""
  };

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void aRecordIsOneLineThatReadsBackEqual(@ForAll long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 1_000; i++) {
      AuditRecord record = record(random);
      AuditLayout layout = AuditLayout.values()[i % AuditLayout.values().length];
      check(layout, layout.format("app\n\"=|"), record, i + 1);
    }
  }

  @Example
  void aFormatThatDoesNotEscapeIsCaught() {
    LineFormat careless =
        (record, number) ->
            ("{\"actor\":{\"user\":{\"uid\":\""
                    + record.subject()
                    + "\"}},\"seal\":\""
                    + number
                    + ":"
                    + Seal.NONE
                    + "\"}\n")
                .getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(
            () -> {
              for (int seed = 0; seed < 100; seed++) {
                check(AuditLayout.OCSF, careless, record(new Random(seed)), 1);
              }
            })
        .isInstanceOf(AssertionError.class);
  }

  private static void check(
      AuditLayout layout, LineFormat format, AuditRecord record, long number) {
    byte[] line = format.line(record, number);
    for (int at = 0; at < line.length - 1; at++) {
      if (line[at] < ' ' || line[at] > '~') {
        throw new AssertionError("character " + line[at] + " at " + at + " of " + record);
      }
    }
    assertThat(line[line.length - 1]).isEqualTo((byte) '\n');
    Seal seal = Seal.of(line);
    assertThat(seal).isNotNull();
    assertThat(seal.number()).isEqualTo(number);
    assertThat(seal.hash()).isEqualTo(Seal.NONE);
    String text = new String(line, 0, line.length - 1, StandardCharsets.US_ASCII);
    assertThat(ReadBack.read(layout, text)).isEqualTo(ReadBack.expected(record));
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(5); i >= 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    if (random.nextInt(10) == 0) {
      for (int i = 0; i < 5; i++) {
        text.append((char) random.nextInt(0x10000));
      }
    }
    return text.toString();
  }

  private static List<String> texts(Random random) {
    List<String> texts = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      texts.add(text(random));
    }
    return texts;
  }

  private static AuditRecord record(Random random) {
    Request request =
        Request.of(
            Entity.of(text(random), text(random)),
            text(random),
            Entity.of(text(random), text(random)));
    if (random.nextBoolean()) {
      request = request.correlatedBy(text(random));
    }
    Map<String, String> attributes = new HashMap<>();
    texts(random).forEach(value -> attributes.put("subject.f" + attributes.size(), value));
    if (random.nextBoolean()) {
      attributes.put("location.ip", text(random));
    }
    Instant time = Instant.ofEpochMilli(random.nextLong() >> random.nextInt(40));
    Decision decision = decision(random);
    if (random.nextInt(4) == 0) {
      return new AuditRecord(
          Kind.values()[random.nextInt(Kind.values().length)],
          text(random),
          time,
          request.correlation(),
          random.nextBoolean() ? request.subject().reference() : null,
          random.nextBoolean() ? request.action() : null,
          random.nextBoolean() ? request.resource().reference() : null,
          random.nextBoolean() ? decision : null,
          text(random),
          text(random),
          attributes);
    }
    return AuditRecord.decision(request, decision, time, attributes);
  }

  private static Decision decision(Random random) {
    SourcePosition here = new SourcePosition(text(random), 1, 1);
    List<Reason> reasons =
        texts(random).stream().map(rule -> new Reason(rule, text(random), here, Map.of())).toList();
    List<Unknown> unknowns =
        texts(random).stream()
            .map(path -> new Unknown(path, UnknownCause.MISTYPED, text(random)))
            .toList();
    Decision.Grounds grounds =
        new Decision.Grounds(reasons, unknowns, random.nextLong(), text(random), null);
    Map<String, Object> arguments = Map.of("text", text(random));
    return switch (random.nextInt(4)) {
      case 0 -> new Decision.Permit(grounds);
      case 1 -> new Decision.Restrict(grounds, List.of(new Obligation(text(random), arguments)));
      case 2 ->
          new Decision.Challenge(
              grounds, List.of(new Challenge(List.of(new Challenge.Step("mfa", arguments)))));
      default -> new Decision.Deny(grounds, DenyCause.FORBIDDEN, text(random));
    };
  }
}
