package dev.zt.test.mutation;

import dev.zt.dsl.suite.Expectation;
import dev.zt.dsl.suite.GivenEntity;
import dev.zt.dsl.suite.Situation;
import dev.zt.policy.value.Value;
import dev.zt.test.PreparedCase;
import dev.zt.test.search.Change;
import dev.zt.test.search.Sentence;
import dev.zt.test.search.TestText;
import dev.zt.test.search.Written;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Puts witnesses into the words of tests. Not thread-safe. */
final class Suggestions {
  private static final int MOST_CHANGES = 3;

  private final WrittenPolicies written;
  private final Map<String, Integer> titles = new HashMap<>();

  Suggestions(WrittenPolicies written) {
    this.written = written;
  }

  Suggestion of(Mutant mutant, Witness witness) {
    String module = written.module(mutant.span().file());
    Expectation expected = witness.difference().expected();
    String line = line(witness, expected);
    return new Suggestion(
        module,
        imports(module, witness.setting().asked()),
        line,
        line == null || witness.basis() == null ? 0 : witness.basis().testCase().lastLine(),
        line == null ? null : witness.basis(),
        TestText.block(module, title(mutant, module), witness.setting(), expected));
  }

  /** The other modules whose types the situation names. */
  private static SortedSet<String> imports(String module, Situation situation) {
    SortedSet<String> modules = new TreeSet<>();
    List<GivenEntity> entities = new ArrayList<>(situation.entities());
    entities.addAll(List.of(situation.subject(), situation.resource()));
    for (GivenEntity each : entities) {
      note(each.reference(), modules);
      each.fields().values().forEach(value -> note(value, modules));
    }
    situation
        .signals()
        .forEach(each -> each.fields().values().forEach(value -> note(value, modules)));
    modules.remove(module);
    return modules;
  }

  private static void note(Value value, SortedSet<String> modules) {
    if (value instanceof Value.Ref ref) {
      modules.add(ref.type().substring(0, ref.type().lastIndexOf('.')));
    } else if (value instanceof Value.SetOf set) {
      set.elements().forEach(each -> note(each, modules));
    }
  }

  private String title(Mutant mutant, String module) {
    String what =
        mutant.rules().isEmpty() ? "" : Written.rule(module, mutant.rules().get(0)) + ": ";
    String title = what + mutant.kind() + ", line " + mutant.span().line();
    int count = titles.merge(module + title, 1, Integer::sum);
    return count == 1 ? title : title + " (" + count + ")";
  }

  /** The case as a line below another one; null when it would not read well or not be the same. */
  private @Nullable String line(Witness witness, Expectation expected) {
    PreparedCase basis = witness.basis();
    List<Change> changes = witness.changes();
    if (basis == null
        || changes.size() > MOST_CHANGES
        || basis.testCase().row() != null
        || !witness.setting().steps().isEmpty()) {
      return null; // What happens before this case would have happened before those below it.
    }
    if (!Written.canBeSaid(changes, witness.setting().asked())
        || changes.stream().anyMatch(each -> !isVisible(each, basis))) {
      return null;
    }
    String with = Sentence.with(basis.testCase().sentence());
    String more = Written.with(changes, witness.setting().asked());
    return witness.setting().asked().action()
        + " => "
        + Written.expectation(basis.test().module(), expected)
        + (with.isEmpty() ? "" : " " + with)
        + (more.isEmpty() ? "" : " " + more);
  }

  /** Whether the file of a case knows the type of another subject or resource. */
  private boolean isVisible(Change change, PreparedCase basis) {
    if (!(change instanceof Change.Replace replace)) {
      return true;
    }
    String type = replace.entity().reference().type();
    String module = type.substring(0, type.lastIndexOf('.'));
    return module.equals(basis.test().module())
        || written.imports(basis.testCase().span().file()).contains(module);
  }
}
