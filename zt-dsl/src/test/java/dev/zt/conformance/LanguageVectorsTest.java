package dev.zt.conformance;

import static dev.zt.conformance.RuleLines.isDeniedAsMistyped;
import static dev.zt.conformance.RuleLines.isDeniedForCertain;
import static dev.zt.conformance.RuleLines.literal;
import static dev.zt.conformance.RuleLines.permittedBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zt.Decision;
import dev.zt.Entity;
import dev.zt.Request;
import dev.zt.Signal;
import dev.zt.dsl.Diagnostic;
import dev.zt.engine.Engine;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What others say about addresses, versions, ids and hours holds for a condition in a policy. */
class LanguageVectorsTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z"));

  /** A check looks at every rule of a set: so many rows share one. */
  private static final int ROWS_OF_A_SET = 60;

  private static final Entity USER = Entity.of("User", "ann");
  private static final String DOC = "entity Doc { actions read }";

  private static Request read(Entity subject, String doc) {
    return Request.of(subject, "read", Entity.of("Doc", doc));
  }

  private static Decision ask(Engine engine, String doc, String signal, String field, String text) {
    return engine.check(read(USER, doc).with(Signal.of(signal).with(field, text)));
  }

  /** The label of the rule for a row, and the id of its document. */
  private static String label(int row) {
    return "r" + row;
  }

  private static String toReadDoc(int row) {
    return "anyone to read Doc \"" + label(row) + "\" when ";
  }

  @Test
  void addressesAreReadStrictly() throws IOException {
    List<JsonNode> rows = Vectors.rows("ip/parse.ndjson");
    RuleLines rules = new RuleLines("entity User { } " + DOC);
    for (int i = 0; i < rows.size(); i++) {
      String text = literal(rows.get(i).get("in").textValue());
      rules.permit(label(i), toReadDoc(i) + "location.ip == " + text);
    }
    Map<String, Diagnostic> refused = rules.takeOutRefused();
    rules.permit("v4", "anyone to read Doc when location.ip in \"0.0.0.0/0\"");
    rules.permit("v6", "anyone to read Doc when location.ip in \"::/0\"");
    Tally tally = new Tally("ip/parse");
    try (Engine engine = rules.engine(CLOCK)) {
      for (int i = 0; i < rows.size(); i++) {
        JsonNode row = rows.get(i);
        String text = row.get("in").textValue();
        boolean valid = row.get("valid").booleanValue();
        Decision decision = ask(engine, label(i), "location", "ip", text);
        boolean isRefused =
            isDeniedAsMistyped(decision, "location.ip")
                && underlines(refused.get(label(i)), literal(text));
        if (valid && text.contains("%")) {
          tally.differsOnPurpose(row, isRefused, "zone id");
        } else if (valid && text.matches("(.*\\.)?0\\d[\\d.]*")) {
          tally.differsOnPurpose(row, isRefused, "leading zeros in IPv4");
        } else if (valid) {
          tally.holds(row, isOfItsFamily(row, permittedBy(decision), label(i)));
        } else {
          tally.holds(row, isRefused);
        }
      }
      for (JsonNode row : rows) {
        if (row.hasNonNull("mapped_v4")) {
          assertThat(meansTheSame(engine, rows, row)).as("%s", row).isTrue();
        }
      }
    }
    tally.report(rows);
  }

  private static boolean isOfItsFamily(JsonNode row, Set<String> permitted, String itself) {
    boolean v4 = permitted.equals(Set.of(itself, "v4"));
    boolean v6 = permitted.equals(Set.of(itself, "v6"));
    if (!row.get("in").textValue().contains(":") || row.hasNonNull("mapped_v4")) {
      return v4;
    }
    return row.has("mapped_v4") ? v6 : v4 || v6;
  }

  /** Whether the IPv4 address equals, in the rule of its row, the literal it was mapped to. */
  private static boolean meansTheSame(Engine engine, List<JsonNode> rows, JsonNode row) {
    String itself = label(rows.indexOf(row));
    String quad = row.get("mapped_v4").textValue();
    return permittedBy(ask(engine, itself, "location", "ip", quad)).equals(Set.of(itself, "v4"));
  }

  private static boolean underlines(@Nullable Diagnostic error, String literal) {
    return error != null && error.underlined().equals(literal);
  }

  @Test
  void rangesContainWhatOthersSayTheyContain() throws IOException {
    List<JsonNode> rows = Vectors.rows("ip/cidr-contains.ndjson");
    Map<String, String> networks = networks(rows);
    RuleLines rules = new RuleLines("entity User { address: ip  range: cidr } " + DOC);
    for (int i = 0; i < rows.size(); i++) {
      String container = rows.get(i).get("container").textValue();
      String field = isRange(rows.get(i).get("containee").textValue()) ? "range" : "address";
      String network = literal(networks.getOrDefault(container, container));
      rules.permit(label(i), toReadDoc(i) + "subject." + field + " in " + network);
    }
    Tally tally = new Tally("ip/cidr-contains");
    try (Engine engine = rules.engine(CLOCK)) {
      for (int i = 0; i < rows.size(); i++) {
        JsonNode row = rows.get(i);
        String container = row.get("container").textValue();
        String containee = row.get("containee").textValue();
        String field = isRange(containee) ? "range" : "address";
        String network = networks.getOrDefault(containee, containee);
        Decision decision = engine.check(read(USER.with(field, network), label(i)));
        Decision asPublished = engine.check(read(USER.with(field, containee), label(i)));
        boolean expected = row.get("expect").booleanValue();
        boolean oracle = row.path("python_oracle").asBoolean(expected);
        boolean holds =
            (oracle ? decision.permitted() : isDeniedForCertain(decision))
                && (network.equals(containee)
                    ? asPublished.equals(decision)
                    : isDeniedAsMistyped(asPublished, "subject.range"));
        if (expected != oracle) {
          tally.differsOnPurpose(
              row, holds, "a range is every address with its prefix (the oracle agrees)");
        } else if (networks.containsKey(container) || networks.containsKey(containee)) {
          tally.differsOnPurpose(
              row, holds, "host bits are an error (holds for the range that is suggested)");
        } else {
          tally.holds(row, holds);
        }
      }
    }
    tally.report(rows);
  }

  private static boolean isRange(String text) {
    return text.contains("/");
  }

  /** For each range with host bits the one that the compiler suggests. */
  private static Map<String, String> networks(List<JsonNode> rows) {
    Set<String> ranges = new TreeSet<>();
    for (JsonNode row : rows) {
      ranges.add(row.get("container").textValue());
      ranges.add(row.get("containee").textValue());
    }
    ranges.removeIf(text -> !isRange(text));
    List<String> all = List.copyOf(ranges);
    RuleLines rules = new RuleLines("entity User { } " + DOC);
    for (int i = 0; i < all.size(); i++) {
      rules.permit(label(i), toReadDoc(i) + "location.ip in " + literal(all.get(i)));
    }
    Map<String, Diagnostic> errors = rules.takeOutRefused();
    Map<String, String> networks = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      Diagnostic error = errors.get(label(i));
      if (error != null) {
        assertThat(error.message()).isEqualTo("`" + all.get(i) + "` has host bits set");
        assertThat(error.underlined()).isEqualTo(literal(all.get(i)));
        assertThat(error.help()).matches("did you mean `.*/\\d+`\\?");
        networks.put(all.get(i), String.valueOf(error.help()).split("`", -1)[1]);
      }
    }
    return networks;
  }

  @Test
  void versionsCompareAsInSemVer() throws IOException {
    List<JsonNode> rows = Vectors.rows("semver/cases.ndjson");
    RuleLines rules = versions(rows);
    Map<String, Diagnostic> refused = rules.takeOutRefused();
    Tally tally = new Tally("semver/cases");
    try (Engine engine = rules.engine(CLOCK)) {
      for (int i = 0; i < rows.size(); i++) {
        JsonNode row = rows.get(i);
        String first = row.get("args").get(0).textValue();
        String second = row.get("args").path(1).asText();
        boolean loose = (first + second).matches(".*[=v ].*");
        Set<String> comparisons = comparisons(engine, i, first, second);
        boolean isRefused =
            comparisons.isEmpty()
                && (refused.containsKey("a" + i) || refused.containsKey("b" + i))
                && (isMistyped(engine, first) || isMistyped(engine, second));
        switch (row.get("fixture").textValue()) {
          case "comparisons" -> {
            if (loose) {
              tally.differsOnPurpose(row, isRefused, "leading `v`, `=` or blank");
            } else {
              tally.holds(row, comparisons.equals(Set.of("gt", "ge", "ne", "a" + i, "b" + i)));
            }
          }
          case "equality" -> {
            if (loose) {
              tally.differsOnPurpose(row, isRefused, "leading `v`, `=` or blank");
            } else {
              tally.holds(row, comparisons.equals(Set.of("eq", "ge", "le", "a" + i, "b" + i)));
            }
          }
          case "invalid-versions" ->
              tally.holds(row, refused.containsKey("b" + i) && isMistyped(engine, first));
          default -> tally.isNotMappable("the language has no version ranges");
        }
      }
    }
    tally.report(rows);
  }

  /** Field to field for every row; for each row both of its versions as a literal. */
  private static RuleLines versions(List<JsonNode> rows) {
    RuleLines rules = new RuleLines("entity User { other: version } " + DOC);
    Map.of("lt", "<", "le", "<=", "eq", "==", "ne", "!=", "ge", ">=", "gt", ">")
        .forEach(
            (label, operator) ->
                rules.permit(
                    label,
                    "anyone to read Doc when device.os_version " + operator + " subject.other"));
    for (int i = 0; i < rows.size(); i++) {
      String fixture = rows.get(i).get("fixture").textValue();
      boolean isEquality = fixture.equals("equality");
      if (isEquality || fixture.equals("comparisons") || fixture.equals("invalid-versions")) {
        String first = literal(rows.get(i).get("args").get(0).textValue());
        String second = literal(rows.get(i).get("args").path(1).asText());
        String greater = isEquality ? " == " : " > ";
        rules.permit("a" + i, toReadDoc(i) + "device.os_version" + greater + second);
        rules.permit("b" + i, toReadDoc(i) + first + greater + "subject.other");
      }
    }
    return rules;
  }

  private static Set<String> comparisons(Engine engine, int row, String first, String second) {
    return permittedBy(
        engine.check(
            read(USER.with("other", second), label(row))
                .with(Signal.of("device").with("os_version", first))));
  }

  private static boolean isMistyped(Engine engine, String version) {
    Request request =
        read(USER.with("other", "1"), "none").with(Signal.of("device").with("os_version", version));
    return isDeniedAsMistyped(engine.check(request), "device.os_version");
  }

  @Test
  void spiffeIdsAreReadAsTheStandardSays() throws IOException {
    List<JsonNode> rows = Vectors.rows("spiffe/ids.ndjson");
    RuleLines rules = ids(rows);
    Map<String, Diagnostic> refused = rules.takeOutRefused();
    Tally tally = new Tally("spiffe/ids");
    try (Engine engine = rules.engine(CLOCK)) {
      for (int i = 0; i < rows.size(); i++) {
        JsonNode row = rows.get(i);
        String text = row.get("input").textValue();
        Decision decision = ask(engine, label(i), "workload", "spiffe", text);
        tally.holds(
            row,
            row.get("valid").booleanValue()
                ? permittedBy(decision)
                    .equals(Set.of("another", label(i), "domain" + i, "pattern" + i))
                : isDeniedAsMistyped(decision, "workload.spiffe")
                    && underlines(refused.get(label(i)), literal(text)));
      }
    }
    tally.report(rows);
  }

  /** For each row its id as a literal, as a pattern, and as one of its trust domain. */
  private static RuleLines ids(List<JsonNode> rows) {
    RuleLines rules = new RuleLines("entity User { } " + DOC);
    rules.permit(
        "another", "anyone to read Doc when workload.spiffe != \"spiffe://another.example/one\"");
    for (int i = 0; i < rows.size(); i++) {
      JsonNode row = rows.get(i);
      String text = literal(row.get("input").textValue());
      rules.permit(label(i), toReadDoc(i) + "workload.spiffe == " + text);
      if (row.get("valid").booleanValue()) {
        String all = literal("spiffe://" + row.get("trust_domain").textValue() + "/**");
        rules.permit("pattern" + i, toReadDoc(i) + "workload.spiffe matches " + text);
        rules.permit("domain" + i, toReadDoc(i) + "workload.spiffe matches " + all);
      }
    }
    return rules;
  }

  @Test
  void schedulesFollowTheWallClockAcrossClockChanges() throws IOException {
    List<JsonNode> rows = Vectors.rows("time/tz-transitions.ndjson");
    Tally tally = new Tally("time/tz-transitions");
    for (int from = 0; from < rows.size(); from += ROWS_OF_A_SET) {
      followTheWallClock(rows.subList(from, Math.min(from + ROWS_OF_A_SET, rows.size())), tally);
    }
    tally.report(rows);
  }

  private static void followTheWallClock(List<JsonNode> rows, Tally tally) {
    RuleLines rules = new RuleLines("entity User { } " + DOC);
    for (int i = 0; i < rows.size(); i++) {
      int row = i;
      schedules(rows.get(i))
          .forEach(
              (name, schedule) ->
                  rules.permit(name + row, toReadDoc(row) + "now in " + literal(schedule)));
    }
    AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    try (Engine engine = rules.engine(now::get)) {
      for (int i = 0; i < rows.size(); i++) {
        JsonNode row = rows.get(i);
        now.set(Instant.ofEpochSecond(row.get("epoch").longValue()));
        ZoneId zone = ZoneId.of(row.get("zone").textValue());
        int known = zone.getRules().getOffset(now.get()).getTotalSeconds();
        if (known == row.get("offset_s").intValue()) {
          Decision decision = engine.check(read(USER, label(i)));
          tally.holds(
              row,
              permittedBy(decision).equals(openAt(row, i))
                  && decision.validUntil().isAfter(now.get()));
        } else {
          tally.isNotMappable("another release of the time zone database");
        }
      }
    }
  }

  /** The rules whose schedule the row's instant is in: the night ends before its last minute. */
  private static Set<String> openAt(JsonNode row, int i) {
    return row.get("local").textValue().contains("T11:59")
        ? Set.of("day" + i, "minute" + i)
        : Set.of("day" + i, "minute" + i, "night" + i);
  }

  /** Schedules by name; the row's instant is in those of its minute, its day and its night only. */
  private static Map<String, String> schedules(JsonNode row) {
    LocalDateTime local = LocalDateTime.parse(row.get("local").textValue());
    DayOfWeek weekday = DayOfWeek.of(row.get("dow").intValue());
    String zone = " " + row.get("zone").textValue();
    String day = name(weekday);
    String before = name(weekday.minus(1));
    int minute = local.getHour() * 60 + local.getMinute();
    String start = clock(minute);
    String end = clock(minute + 1);
    Map<String, String> schedules = new HashMap<>();
    schedules.put("minute", day + " " + start + "-" + end + zone);
    schedules.put("day", day + " 00:00-24:00" + zone);
    schedules.put("others", name(weekday.plus(1)) + "-" + before + " 00:00-24:00" + zone);
    schedules.put("night", (local.getHour() < 12 ? before : day) + " 12:00-11:59" + zone);
    if (!end.equals("24:00")) {
      schedules.put("later", day + " " + end + "-24:00" + zone);
    }
    if (!start.equals("00:00")) {
      schedules.put("earlier", day + " 00:00-" + start + zone);
    }
    return schedules;
  }

  private static String name(DayOfWeek day) {
    return day.name().charAt(0) + day.name().substring(1, 3).toLowerCase(Locale.ROOT);
  }

  private static String clock(int minute) {
    return String.format("%02d:%02d", minute / 60, minute % 60);
  }
}
