package dev.zt.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.Decision;
import dev.zt.Entity;
import dev.zt.EntityRef;
import dev.zt.Outcome;
import dev.zt.Reason;
import dev.zt.Request;
import dev.zt.Unknown;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.engine.Engine;
import dev.zt.engine.InMemoryEntityStore;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a request leaves out and the store knows counts as if the request said it. */
class StoredFactsTest {
  private static final String POLICY =
      """
      module store.facts
      role "clerk"
      entity Employee { department: string }
      entity Shelf { floor: int keeper: Employee labels: set<string> }
      entity Folder { department: string shelf: Shelf actions open, move }
      by_role:
      permit role "clerk" to open on Folder
      by_department:
      permit Employee to open on Folder
        when subject.department == resource.department
      by_name:
      permit role "clerk", Employee to open on Folder
        when subject.department == "sales"
      ground_floor: permit Employee to move on Folder when resource.shelf.floor < 1
      by_keeper: permit Employee to move on Folder when subject == resource.shelf.keeper
      by_label:
      permit Employee to move on Folder
        when resource.shelf.labels contains subject.department
      """;

  private final Engine engine =
      Engine.builder(PolicyCompiler.compile(Map.of("facts.zt", POLICY)).orThrow())
          .entities(
              InMemoryEntityStore.of(
                  List.of(
                      Entity.of("Employee", "ann", Map.of("department", "sales")),
                      Entity.of("Shelf", "s1")
                          .with("floor", 0)
                          .with("keeper", EntityRef.of("Employee", "ann"))
                          .with("labels", List.of("sales")))))
          .build();

  @Test
  void aPermitThatTheStoreMakesTrueIsNamedBesideTheOthers() {
    assertThat(rules(Entity.of("Employee", "ann").roles("clerk")))
        .containsExactlyInAnyOrder("by_role", "by_department", "by_name");
  }

  @Test
  void aPermitThatTheStoreMakesTrueGivesAccess() {
    assertThat(rules(Entity.of("Employee", "ann").roles()))
        .containsExactlyInAnyOrder("by_department", "by_name");
  }

  @Test
  void whatTheRequestSaysComesFirst() {
    assertThat(rules(Entity.of("Employee", "ann", Map.of("department", "it")).roles("clerk")))
        .containsExactly("by_role");
  }

  @Test
  void theStoreKnowsTheFieldsOfWhatAFieldNames() {
    assertThat(rules(move("s1")))
        .containsExactlyInAnyOrder("ground_floor", "by_keeper", "by_label");
  }

  @Test
  void whatTheRequestSaysOfItComesFirst() {
    Entity shelf = Entity.of("Shelf", "s1").with("floor", 3);
    assertThat(rules(move("s1").with(shelf))).containsExactlyInAnyOrder("by_keeper", "by_label");
  }

  @Test
  void whatNobodySaysOfItIsUnknown() {
    Decision decision = engine.check(move("s2"));
    assertThat(decision.outcome()).isEqualTo(Outcome.DENY);
    assertThat(decision.unknowns()).extracting(Unknown::path).contains("resource.shelf.floor");
  }

  private static Request move(String shelf) {
    return Request.of(
        Entity.of("Employee", "ann").with("department", "sales"),
        "move",
        Entity.of("Folder", "f").with("shelf", EntityRef.of("Shelf", shelf)));
  }

  private List<String> rules(Entity subject) {
    return rules(
        Request.of(subject, "open", Entity.of("Folder", "f", Map.of("department", "sales"))));
  }

  private List<String> rules(Request request) {
    Decision decision = engine.check(request);
    return decision.reasons().stream()
        .map(Reason::rule)
        .map(rule -> rule.replaceAll(".*\\.", ""))
        .toList();
  }
}
