package dev.zt.conformance;

import static dev.zt.conformance.RuleLines.isDeniedAsMistyped;
import static dev.zt.conformance.RuleLines.literal;
import static dev.zt.conformance.RuleLines.permittedBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zt.Decision;
import dev.zt.DenyCause;
import dev.zt.Entity;
import dev.zt.Request;
import dev.zt.engine.Engine;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Hostile text is text wherever a request and a policy may hold it, and no value of another type.
 */
class NaughtyTextTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z"));

  /** A check looks at every rule of a set: so many texts share one. */
  private static final int TEXTS_OF_A_SET = 64;

  /** Types whose values are no text, by field. */
  private static final List<String> NO_TEXT =
      List.of("bool", "int", "decimal", "point", "set<string>", "Pair");

  /** Types whose values are text in a request and a literal in quotes in a policy. */
  private static final List<String> TYPED_TEXT =
      List.of("ip", "cidr", "version", "country", "spiffe", "time");

  /** Types whose values are text in a request and a literal without quotes in a policy. */
  private static final List<String> UNITS = List.of("duration", "distance", "speed", "Colour");

  private static final String UNIT_LITERAL =
      "(\\d[\\d_]*(ms|s|m|h|d))+|\\d[\\d_]*(\\.\\d+)?(km|km/h)|red|green";

  private final List<JsonNode> rows;
  private final List<String> texts;

  NaughtyTextTest() throws IOException {
    rows = Vectors.rows("strings/naughty.ndjson");
    texts = rows.stream().map(row -> row.get("s").textValue()).distinct().toList();
  }

  private static Entity user(String id) {
    return Entity.of("User", id);
  }

  private static Entity doc(String id) {
    return Entity.of("Doc", id);
  }

  private static Request of(Entity subject, String action) {
    return Request.of(subject, action, doc("d"));
  }

  @Test
  void itIsItselfWhereverItStands() {
    Set<String> held = new HashSet<>();
    for (int from = 0; from < texts.size(); from += TEXTS_OF_A_SET) {
      List<String> some = texts.subList(from, Math.min(from + TEXTS_OF_A_SET, texts.size()));
      try (Engine engine = engine(some)) {
        some.stream().filter(text -> isItself(engine, text)).forEach(held::add);
      }
    }
    Tally tally = new Tally("strings/naughty, as text");
    rows.forEach(row -> tally.holds(row, held.contains(row.get("s").textValue())));
    tally.report(rows);
  }

  private Engine engine(List<String> some) {
    RuleLines rules = new RuleLines(declarations(some));
    for (String each : some) {
      int i = texts.indexOf(each);
      String text = literal(each);
      rules.permit("value" + i, "User to compare Doc when subject.text == " + text);
      rules.permit("subject" + i, "User " + text + " to come Doc");
      rules.permit("resource" + i, "User to open Doc " + text);
      rules.permit("role" + i, "role " + text + " to serve Doc");
      rules.permit("group" + i, "group " + text + " to join Doc");
      rules.permit("action" + i, "User to a" + i + " Doc when action.name == " + text);
      rules.permit("attribute" + i, "Odd to compare Doc when subject.f" + i + " == " + text);
    }
    return rules.engine(CLOCK);
  }

  private String declarations(List<String> some) {
    StringBuilder actions = new StringBuilder("compare, come, open, serve, join");
    StringBuilder fields = new StringBuilder();
    for (String each : some) {
      String as = texts.indexOf(each) + " as " + literal(each);
      actions.append(", a").append(as);
      fields.append("  f").append(as).append(": string");
    }
    return "entity User { text: string }\nentity Plain { actions compare }\nentity Doc { actions "
        + actions
        + " }\nentity Odd {"
        + fields
        + " }";
  }

  private boolean isItself(Engine engine, String text) {
    int i = texts.indexOf(text);
    Request byValue = of(user("ann").with("text", text), "compare");
    Entity odd = Entity.of("Odd", "o").with(text, text);
    return permits(engine, byValue, "value" + i)
        && permits(engine, of(user(text), "come"), "subject" + i)
        && permits(engine, Request.of(user("ann"), "open", doc(text)), "resource" + i)
        && permits(engine, of(user("ann").roles(text), "serve"), "role" + i)
        && permits(engine, of(user("ann").groups(text), "join"), "group" + i)
        && permits(engine, of(user("ann"), text), "action" + i)
        && permits(engine, of(odd, "compare"), "attribute" + i)
        && permits(engine, of(user("ann").with(text, 1).with("text", text), "compare"), "value" + i)
        && isUndeclared(engine, Request.of(user("ann"), text, Entity.of("Plain", "p")))
        && isUndeclared(engine, of(Entity.of(text, "ann"), "compare"))
        && isUndeclared(engine, Request.of(user("ann"), "compare", Entity.of(text, "d")));
  }

  private static boolean permits(Engine engine, Request request, String rule) {
    return permittedBy(engine.check(request)).equals(Set.of(rule));
  }

  private static boolean isUndeclared(Engine engine, Request request) {
    return engine.check(request) instanceof Decision.Deny deny
        && deny.cause() == DenyCause.UNDECLARED;
  }

  @Test
  void itIsMistypedWhereItIsNoLiteralOfTheType() {
    RuleLines literals = new RuleLines(typed());
    for (String type : TYPED_TEXT) {
      for (int i = 0; i < texts.size(); i++) {
        literals.permit(
            type + i, "User to read Doc when subject.a_" + type + " == " + literal(texts.get(i)));
      }
    }
    Set<String> refused = literals.takeOutRefused().keySet();
    RuleLines rules = new RuleLines(typed());
    for (List<String> types : List.of(NO_TEXT, TYPED_TEXT, UNITS)) {
      for (String type : types) {
        String field = "subject." + field(type);
        rules.permit(
            action(type),
            "User to "
                + action(type)
                + " Doc when "
                + field
                + " == "
                + field.replace(".a_", ".b_"));
      }
    }
    Tally tally = new Tally("strings/naughty, as values of other types");
    try (Engine engine = rules.engine(CLOCK)) {
      for (JsonNode row : rows) {
        String text = row.get("s").textValue();
        int i = texts.indexOf(text);
        tally.holds(
            row,
            NO_TEXT.stream().allMatch(type -> isMistyped(engine, type, text))
                && UNITS.stream()
                    .allMatch(type -> text.matches(UNIT_LITERAL) || isMistyped(engine, type, text))
                && TYPED_TEXT.stream()
                    .allMatch(
                        type ->
                            refused.contains(type + i)
                                ? isMistyped(engine, type, text)
                                : type.equals("time") || isKnown(engine, type, text)));
      }
    }
    tally.report(rows);
  }

  private static String typed() {
    StringBuilder fields = new StringBuilder();
    StringBuilder actions = new StringBuilder("read");
    for (List<String> types : List.of(NO_TEXT, TYPED_TEXT, UNITS)) {
      for (String type : types) {
        String field = field(type);
        fields.append("  " + field + ": " + type + "  b_" + field.substring(2) + ": " + type);
        actions.append(", ").append(action(type));
      }
    }
    return "enum Colour { red, green }\nrecord Pair { left: int  right: int }\nentity User {"
        + fields
        + " }\nentity Doc { actions "
        + actions
        + " }";
  }

  private static String field(String type) {
    return "a_" + type.replaceAll("\\W", "_");
  }

  private static String action(String type) {
    return "try_" + type.replaceAll("\\W", "_");
  }

  private static Decision compared(Engine engine, String type, String text) {
    String field = field(type);
    Entity subject = user("ann").with(field, text).with(field.replace("a_", "b_"), text);
    return engine.check(of(subject, action(type)));
  }

  private static boolean isMistyped(Engine engine, String type, String text) {
    String field = "subject." + field(type);
    return isDeniedAsMistyped(compared(engine, type, text), field, field.replace(".a_", ".b_"));
  }

  private static boolean isKnown(Engine engine, String type, String text) {
    return compared(engine, type, text).permitted();
  }
}
