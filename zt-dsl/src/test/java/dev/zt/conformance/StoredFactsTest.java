package dev.zt.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.Decision;
import dev.zt.Entity;
import dev.zt.Reason;
import dev.zt.Request;
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
      entity Folder { department: string actions open }
      by_role:
      permit role "clerk" to open on Folder
      by_department:
      permit Employee to open on Folder
        when subject.department == resource.department
      by_name:
      permit role "clerk", Employee to open on Folder
        when subject.department == "sales"
      """;

  private final Engine engine =
      Engine.builder(PolicyCompiler.compile(Map.of("facts.zt", POLICY)).orThrow())
          .entities(
              InMemoryEntityStore.of(
                  List.of(Entity.of("Employee", "ann", Map.of("department", "sales")))))
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

  private List<String> rules(Entity subject) {
    Decision decision =
        engine.check(
            Request.of(subject, "open", Entity.of("Folder", "f", Map.of("department", "sales"))));
    return decision.reasons().stream()
        .map(Reason::rule)
        .map(rule -> rule.replaceAll(".*\\.", ""))
        .toList();
  }
}
