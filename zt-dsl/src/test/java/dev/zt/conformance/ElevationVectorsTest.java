package dev.zt.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zt.ElevationRequest;
import dev.zt.ElevationReview;
import dev.zt.Elevations;
import dev.zt.Entity;
import dev.zt.Grant;
import dev.zt.Grant.State;
import dev.zt.Request;
import dev.zt.Signal;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.engine.Engine;
import dev.zt.policy.Elevation;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Reviews of access requests as a table of scenarios publishes them: who may review, and what has
 * become of the request after each review.
 *
 * <p>A threshold there is an elevation here. One who holds several of the asking roles needs a
 * threshold of each of them, which requirements say.
 */
class ElevationVectorsTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private static final String POLICIES =
      """
      module jit

      role "populist"
      role "general"
      role "conqueror"
      role "idealist"
      role "proletariat"
      role "intelligentsia"
      role "military"

      entity User { }
      entity Dictator { actions assume }
      entity Never { actions assume }

      elevation populist_consensus permits role "populist" to assume Dictator
        for at most 8h
        approved by 3 of role "proletariat", role "intelligentsia"

      elevation populist_uprising permits role "populist" to assume Dictator
        for at most 8h
        approved by 2 of role "proletariat"

      elevation general_consensus permits role "general" to assume Dictator
        for at most 8h
        approved by 3 of role "intelligentsia", role "military"

      elevation general_coup permits role "general" to assume Dictator
        for at most 8h
        approved by 2 of role "military"

      elevation conqueror_treachery permits role "conqueror" to assume Dictator
        for at most 8h
        approved by role "military"

      elevation idealist_dream permits role "idealist" to assume Never
        for at most 8h
        approved by role "proletariat", role "intelligentsia", role "military"

      populists:
      require populist_consensus.active or populist_uprising.active
        for role "populist" to assume Dictator
        else deny

      generals:
      require general_consensus.active or general_coup.active
        for role "general" to assume Dictator
        else deny

      conquerors:
      require conqueror_treachery.active
        for role "conqueror" to assume Dictator
        else deny
      """;

  private static final Map<String, List<String>> USERS =
      Map.of(
          "alice", List.of("populist", "proletariat", "intelligentsia", "military"),
          "bob", List.of("general", "proletariat", "intelligentsia", "military"),
          "carol", List.of("conqueror", "proletariat", "intelligentsia", "military"),
          "dave", List.of("populist", "general", "conqueror"),
          "erika", List.of("populist", "idealist"));

  private static final Map<String, Entity> RESOURCES =
      Map.of("dictator", Entity.of("Dictator", "d"), "never", Entity.of("Never", "n"));

  private static Entity user(String name) {
    return Entity.of("User", name).roles(USERS.get(name));
  }

  // ---- scenarios ----

  @Test
  void scenarios() throws IOException {
    String byDefault = Vectors.rows("jit/default_requested_roles.ndjson").get(0).asText();
    List<JsonNode> rows = Vectors.rows("jit/scenarios.ndjson");
    Tally tally = new Tally("jit/scenarios");
    for (JsonNode row : rows) {
      judge(row, byDefault, tally);
    }
    tally.report(rows);
  }

  private static void judge(JsonNode row, String byDefault, Tally tally) {
    Scenario scenario = new Scenario(user(row.get("requestor").asText()));
    List<String> wanted = new ArrayList<>();
    row.path("requested_roles").forEach(role -> wanted.add(role.asText()));
    (wanted.isEmpty() ? List.of(byDefault) : wanted).forEach(scenario::ask);
    boolean same = true;
    boolean deniedEarlier = false;
    boolean asTheLanguageSays = true;
    for (JsonNode review : row.get("reviews")) {
      Entity author = scenario.author(review.get("author"));
      if (!review.path("may_review").asBoolean(true)) {
        same &= !scenario.mayReview(author);
        continue;
      }
      boolean denial = review.get("propose").asText().equals("DENIED");
      boolean decides = denial && scenario.mayReview(author);
      scenario.review(author, denial);
      State state = scenario.state();
      State expected = State.valueOf(review.get("expect_state").asText());
      deniedEarlier |= decides && expected == State.PENDING && state == State.DENIED;
      asTheLanguageSays &= !deniedEarlier || state == State.DENIED;
      same &= state == expected;
      asTheLanguageSays &= deniedEarlier || state == expected;
    }
    if (deniedEarlier) {
      tally.differsOnPurpose(row, asTheLanguageSays, "one denial ends a request");
    } else {
      tally.holds(row, same);
    }
  }

  /** A request for a role there: here a grant for each elevation that leads to it. */
  private static final class Scenario {
    private final Engine engine =
        Engine.builder(PolicyCompiler.compile("jit.zt", POLICIES).orThrow()).build();
    private final Elevations elevations = engine.elevations();
    private final Entity requestor;
    private final List<String> grants = new ArrayList<>();
    private final List<Entity> asked = new ArrayList<>();
    private int authors;
    private State decided = State.PENDING;

    Scenario(Entity requestor) {
      this.requestor = requestor;
    }

    void ask(String role) {
      Entity resource = RESOURCES.get(role);
      asked.add(resource);
      for (Elevation elevation : engine.policies().elevations()) {
        String asker = elevation.name().replaceAll("_.*", "");
        boolean leadsThere = elevation.scope().targets().containsKey("jit." + resource.type());
        if (leadsThere && USERS.get(requestor.id()).contains(asker)) {
          ElevationRequest request =
              ElevationRequest.of(requestor, elevation.id(), resource.reference(), HOUR);
          grants.add(elevations.request(request).id());
        }
      }
    }

    Entity author(JsonNode written) {
      if (written.isTextual()) {
        return user(written.asText());
      }
      List<String> roles = new ArrayList<>();
      written.get("roles").forEach(role -> roles.add(role.asText()));
      return Entity.of("User", "author" + authors++).roles(roles);
    }

    boolean mayReview(Entity author) {
      return grants.stream().anyMatch(id -> elevations.mayReview(ElevationReview.of(id, author)));
    }

    void review(Entity author, boolean denial) {
      for (String id : grants) {
        ElevationReview review = ElevationReview.of(id, author);
        if (elevations.mayReview(review)) {
          Grant grant = denial ? elevations.deny(review) : elevations.approve(review);
          assertThat(grant.state()).isNotEqualTo(State.EXPIRED);
        }
      }
    }

    /** What has become of the whole; the first transition is final. */
    State state() {
      if (decided != State.PENDING) {
        return decided;
      }
      boolean permitted =
          asked.stream()
              .map(resource -> Request.of(requestor, "assume", resource))
              .allMatch(request -> engine.check(request).permitted());
      boolean denied =
          grants.stream()
              .map(id -> elevations.find(id).orElseThrow().state())
              .anyMatch(State.DENIED::equals);
      decided = permitted ? State.APPROVED : denied ? State.DENIED : State.PENDING;
      return decided;
    }
  }

  // ---- filters ----

  @Test
  void filters() throws IOException {
    List<JsonNode> rows = Vectors.rows("jit/filter_expressions.ndjson");
    Tally tally = new Tally("jit/filter_expressions");
    for (JsonNode row : rows) {
      boolean holds = true;
      for (JsonNode filter : row.get("match")) {
        holds &= lets(filter.asText(), row.get("ctx"));
      }
      for (JsonNode filter : row.get("no_match")) {
        holds &= !lets(filter.asText(), row.get("ctx"));
      }
      tally.holds(row, holds);
    }
    tally.report(rows);
  }

  private static boolean lets(String filter, JsonNode context) {
    Map<String, JsonNode> reviewer = flat(context.get("reviewer"), "traits");
    Map<String, JsonNode> declared = new TreeMap<>(reviewer);
    declared.remove("roles");
    Map<String, JsonNode> review = flat(context.get("review"), "annotations");
    Map<String, JsonNode> asked = flat(context.get("request"), "system_annotations");
    String text =
        "module jit\nentity User {"
            + fields(declared)
            + " }\n"
            + "entity Thing { actions use }\n"
            + "signal review {"
            + fields(review)
            + " }\n"
            + "signal asked {"
            + fields(asked)
            + " }\n"
            + "elevation up permits User to use Thing for at most 8h approved by User when "
            + FilterTranslation.of(filter);
    Elevations elevations =
        Engine.builder(PolicyCompiler.compile("jit.zt", text).orThrow()).build().elevations();
    Entity author = Entity.of("User", "author");
    for (Map.Entry<String, JsonNode> field : reviewer.entrySet()) {
      author = author.with(field.getKey(), value(field.getValue()));
    }
    String id =
        elevations
            .request(
                ElevationRequest.of(
                    Entity.of("User", "asker"), "up", Entity.of("Thing", "t").reference(), HOUR))
            .id();
    return elevations.mayReview(
        ElevationReview.of(id, author).with(signal("review", review)).with(signal("asked", asked)));
  }

  /** The fields of an object, those of a member of it among them. */
  private static Map<String, JsonNode> flat(JsonNode object, String member) {
    Map<String, JsonNode> fields = new TreeMap<>();
    object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
    fields.remove(member);
    object.path(member).properties().forEach(it -> fields.put(it.getKey(), it.getValue()));
    return fields;
  }

  private static String fields(Map<String, JsonNode> fields) {
    StringBuilder text = new StringBuilder();
    fields.forEach(
        (name, value) -> {
          text.append(' ').append(name).append(": ");
          text.append(value.isArray() ? "set<string>" : "string");
        });
    return text.toString();
  }

  private static Object value(JsonNode node) {
    if (!node.isArray()) {
      return node.asText();
    }
    List<String> elements = new ArrayList<>();
    node.forEach(element -> elements.add(element.asText()));
    return elements;
  }

  private static Signal signal(String name, Map<String, JsonNode> fields) {
    Map<String, Object> values = new LinkedHashMap<>();
    fields.forEach((field, node) -> values.put(field, value(node)));
    return Signal.of(name, values);
  }

  // ---- sentences ----

  @Test
  void sentences() throws IOException {
    List<JsonNode> rows = Vectors.rows("jit/semantics.ndjson");
    Tally tally = new Tally("jit/semantics");
    for (JsonNode row : rows) {
      switch (row.asText()) {
        case "Approve and Deny thresholds count reviews matching the threshold filter" ->
            tally.holds(row, onlyMatchingReviewsCount());
        case "a threshold without deny cannot be denied by it" ->
            tally.differsOnPurpose(row, oneDenialEnds(), "one denial ends a request");
        case "first transition is final; later reviews do not change the state" ->
            tally.holds(row, theFirstTransitionIsFinal());
        case "thresholds of roles not requested are not added" ->
            tally.holds(row, whatIsNotAskedForIsNotGranted());
        default -> tally.isNotMappable("an unknown sentence");
      }
    }
    tally.report(rows);
  }

  private static boolean onlyMatchingReviewsCount() {
    Scenario alice = new Scenario(user("alice"));
    alice.ask("dictator");
    for (int i = 0; i < 2; i++) {
      alice.review(Entity.of("User", "i" + i).roles("intelligentsia"), false);
      alice.review(Entity.of("User", "m" + i).roles("military"), false);
      alice.review(Entity.of("User", "m" + i).roles("military"), true);
    }
    return alice.state() == State.PENDING;
  }

  private static boolean oneDenialEnds() {
    Scenario alice = new Scenario(user("alice"));
    alice.ask("dictator");
    alice.review(Entity.of("User", "i").roles("intelligentsia"), true);
    return alice.state() == State.DENIED;
  }

  private static boolean theFirstTransitionIsFinal() {
    Scenario carol = new Scenario(user("carol"));
    carol.ask("dictator");
    Entity soldier = Entity.of("User", "m").roles("military");
    carol.review(soldier, false);
    carol.elevations.deny(ElevationReview.of(carol.grants.get(0), soldier));
    return carol.state() == State.APPROVED;
  }

  private static boolean whatIsNotAskedForIsNotGranted() {
    Scenario erika = new Scenario(user("erika"));
    erika.ask("dictator");
    return erika.elevations.open().stream()
        .noneMatch(grant -> grant.elevation().equals("jit.idealist_dream"));
  }

  @Test
  void caveats() throws IOException {
    List<JsonNode> rows = Vectors.rows("jit/caveats.ndjson");
    assertThat(rows).allSatisfy(row -> assertThat(row.isTextual()).isTrue());
    System.out.printf(
        "vectors jit/caveats: %d rows, 0 mapped: they are about the table%n", rows.size());
  }
}
