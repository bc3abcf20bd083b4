package dev.zt.cli.needs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.Request;
import dev.zt.Signal;
import dev.zt.dsl.Compilation;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Schema;
import dev.zt.test.Judge;
import dev.zt.test.PreparedCase;
import dev.zt.test.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is told to be needed, against what the policies of the examples decide in their tests. */
class NeedsHoldTest {
  private static final Path EXAMPLES = Path.of("../examples/policies");

  @Test
  void nobodyIsPermittedWithoutWhatIsNeeded() throws IOException {
    List<String> wrong = new ArrayList<>();
    int hidden = 0;
    for (Path pack : packs()) {
      Compilation compilation = PolicyCompiler.compile(pack);
      PolicySet policies = compilation.orThrow();
      Judge judge = Judge.of(policies);
      List<ActionNeeds> all = NeedsAnalysis.of(policies);
      for (PreparedCase each : Suite.prepare(policies, compilation.tests()).cases()) {
        if (judge.decide(each).permitted()) {
          for (String fact : needs(all, policies.schema(), each.request())) {
            hidden++;
            if (judge.decide(each, without(fact, each.request()), each.now()).permitted()) {
              wrong.add(each + " is permitted without " + fact);
            }
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(hidden).isGreaterThan(100);
  }

  private static List<Path> packs() throws IOException {
    try (Stream<Path> folders = Files.list(EXAMPLES)) {
      return folders.filter(NeedsHoldTest::holdsPolicies).sorted().toList();
    }
  }

  private static boolean holdsPolicies(Path folder) {
    String[] files = folder.toFile().list((in, name) -> name.endsWith(".zt"));
    return files != null && files.length > 0;
  }

  private static Iterable<String> needs(List<ActionNeeds> all, Schema schema, Request request) {
    for (ActionNeeds needs : all) {
      Schema.Entity type = schema.entities().get(needs.resourceType());
      if (type.outside().equals(request.resource().reference().type())
          && request.action().equals(type.actions().get(needs.action()))) {
        return needs.facts().keySet();
      }
    }
    return List.of();
  }

  private static Request without(String fact, Request request) {
    String signal = fact.substring(0, fact.indexOf('.'));
    String field = fact.substring(fact.indexOf('.') + 1);
    Request hidden =
        Request.of(request.subject(), request.action(), request.resource())
            .withAction(request.actionFields())
            .withEntities(request.entities());
    for (Signal given : request.signals()) {
      Map<String, Object> fields = new HashMap<>(given.fields());
      if (given.name().equals(signal)) {
        fields.remove(field);
      }
      hidden = hidden.with(Signal.of(given.name(), fields));
    }
    return hidden;
  }
}
