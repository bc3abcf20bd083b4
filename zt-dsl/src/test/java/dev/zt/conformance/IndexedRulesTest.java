package dev.zt.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.Entity;
import dev.zt.EntityRef;
import dev.zt.Reason;
import dev.zt.Request;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.engine.Engine;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Of many rules that are looked up, all that are true are named, be they one, none or several. */
class IndexedRulesTest {
  private static final int MANY = 30;
  private static final String DECLARATIONS =
      """
      module many.rules
      entity Team { }
      entity Employee in Team { level: int }
      entity Doc { size: int  tags: set<string>  actions open }
      """;

  @Test
  void ofRoles() {
    Engine engine = engine(roles(), rule -> "permit role \"r" + rule + "\" to open on Doc");

    assertThat(named(engine, employee().roles("r3"), doc())).containsExactly("p3");
    assertThat(named(engine, employee().roles("r3", "r7"), doc())).containsExactly("p3", "p7");
    assertThat(named(engine, employee().roles("other"), doc())).isEmpty();
  }

  @Test
  void ofElements() {
    Engine engine =
        engine(
            "",
            rule -> "permit anyone to open on Doc when resource.tags contains \"t" + rule + "\"");

    assertThat(named(engine, employee(), doc().with("tags", List.of("t4", "x"))))
        .containsExactly("p4");
    assertThat(named(engine, employee(), doc().with("tags", List.of("t4", "t9"))))
        .containsExactly("p4", "p9");
    assertThat(named(engine, employee(), doc().with("tags", List.of("x")))).isEmpty();
  }

  @Test
  void ofIntervals() {
    Engine engine =
        engine(
            "",
            rule ->
                "permit anyone to open on Doc when resource.size >= %d and resource.size <= %d"
                    .formatted(10 * rule, 10 * rule + 10));

    assertThat(named(engine, employee(), doc().with("size", 55))).containsExactly("p5");
    assertThat(named(engine, employee(), doc().with("size", 60))).containsExactly("p5", "p6");
    assertThat(named(engine, employee(), doc().with("size", -1))).isEmpty();
    assertThat(named(engine, employee(), doc().with("size", 10 * MANY + 1))).isEmpty();
  }

  @Test
  void ofIntervalsWithMoreToTest() {
    Engine engine =
        engine(
            "",
            rule ->
                "permit Employee to open on Doc when resource.size >= %d and resource.size <= %d and subject.level > %d"
                    .formatted(10 * rule, 10 * rule + 10, rule));

    assertThat(named(engine, employee().with("level", 6), doc().with("size", 55)))
        .containsExactly("p5");
    assertThat(named(engine, employee().with("level", 6), doc().with("size", 60)))
        .containsExactly("p5");
    assertThat(named(engine, employee().with("level", 5), doc().with("size", 55))).isEmpty();
  }

  @Test
  void ofGroupsThatContainTheSubject() {
    Engine engine =
        engine("", rule -> "permit Employee to open on Doc when subject in Team \"t" + rule + "\"");

    assertThat(named(engine, employee().parents(team(3)), doc())).containsExactly("p3");
    assertThat(named(engine, employee().parents(team(3), team(8)), doc()))
        .containsExactly("p3", "p8");
    assertThat(named(engine, employee().parents(team(MANY)), doc())).isEmpty();
  }

  private static String roles() {
    return IntStream.range(0, MANY)
        .mapToObj(role -> "role \"r" + role + "\"\n")
        .collect(Collectors.joining());
  }

  private static Engine engine(String further, IntFunction<String> rule) {
    String rules =
        IntStream.range(0, MANY)
            .mapToObj(number -> "p" + number + ":\n" + rule.apply(number) + "\n")
            .collect(Collectors.joining());
    return Engine.builder(
            PolicyCompiler.compile(Map.of("many.zt", DECLARATIONS + further + rules)).orThrow())
        .build();
  }

  private static Entity employee() {
    return Entity.of("Employee", "ann");
  }

  private static Entity doc() {
    return Entity.of("Doc", "d");
  }

  private static EntityRef team(int number) {
    return new EntityRef("Team", "t" + number);
  }

  private static Set<String> named(Engine engine, Entity subject, Entity resource) {
    return engine.check(Request.of(subject, "open", resource)).reasons().stream()
        .map(Reason::rule)
        .map(rule -> rule.substring(rule.lastIndexOf('.') + 1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
