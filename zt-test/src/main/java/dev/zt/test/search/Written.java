package dev.zt.test.search;

import dev.zt.dsl.suite.Expectation;
import dev.zt.dsl.suite.GivenEntity;
import dev.zt.dsl.suite.Situation;
import dev.zt.policy.ExprText;
import dev.zt.policy.Names;
import dev.zt.policy.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Changes and values as a test writes them. */
public final class Written {
  private Written() {}

  /**
   * Changes as what stands after the expectation of a case: {@code with device { edr: infected },
   * location unknown}; empty for no change.
   *
   * <p>A test tells the ages that it gives anew for a case at another time. Where the clock is
   * changed, the times that are given are therefore said as well, so that they stay what they were.
   *
   * @param changed the situation after the changes, which {@link #canBeSaid}
   */
  public static String with(List<Change> changes, Situation changed) {
    List<Change> said =
        changes.stream().anyMatch(Change.Clock.class::isInstance)
            ? GivenTimes.said(changes, changed)
            : changes;
    return said.isEmpty() ? "" : "with " + String.join(", ", fixtures(said));
  }

  /** Whether one line of a test can say the changes. */
  public static boolean canBeSaid(List<Change> changes, Situation changed) {
    return changes.stream().noneMatch(Change.Clock.class::isInstance)
        || GivenTimes.canBeSaid(changed);
  }

  /** Changes as fixtures, those of one owner together, in the order given. */
  private static List<String> fixtures(List<Change> changes) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    List<String> others = new ArrayList<>();
    for (Change change : changes) {
      if (change instanceof Change.Give give) {
        fields
            .computeIfAbsent(give.owner().name(), absent -> new ArrayList<>())
            .add(give.field() + ": " + value(give.value()));
      } else if (change instanceof Change.Hide hide) {
        others.add(hide.owner().name() + "." + hide.field() + " unknown");
      } else if (change instanceof Change.Replace replace) {
        others.add(replace.owner().name() + " " + entity(replace.entity()));
      } else if (change instanceof Change.Clock clock) {
        others.add("now \"" + clock.now() + "\"");
      }
    }
    List<String> all = new ArrayList<>(others);
    fields.forEach((owner, each) -> all.add(owner + " { " + String.join(", ", each) + " }"));
    return all;
  }

  /** A rule by its label where the module is its own, else by its id. */
  public static String rule(String module, String id) {
    String label = Names.simple(id);
    return id.equals(module + "." + label) ? label : id;
  }

  /** An expectation, rules of the module by their labels. */
  public static String expectation(String module, Expectation expected) {
    String calls =
        Stream.concat(expected.challenges().stream(), expected.obligations().stream())
            .map(Object::toString)
            .collect(Collectors.joining(", "));
    String by =
        expected.by().stream().map(id -> rule(module, id)).collect(Collectors.joining(", "));
    return expected.outcome().name().toLowerCase(Locale.ROOT)
        + (calls.isEmpty() ? "" : " " + calls)
        + (by.isEmpty() ? "" : " by " + by);
  }

  /** An entity with its fields: {@code Employee "ann" { department: "hr" }}. */
  public static String entity(GivenEntity entity) {
    return entity(entity, Written::value);
  }

  /** The same, its values as somebody else writes them. */
  public static String entity(GivenEntity entity, Function<Value, String> text) {
    String reference = ExprText.value(entity.reference());
    return entity.fields().isEmpty()
        ? reference + " {}"
        : reference + " " + fields(entity.fields(), text);
  }

  /** Fields in braces. */
  public static String fields(SortedMap<String, Value> fields, Function<Value, String> text) {
    return fields.entrySet().stream()
        .map(each -> each.getKey() + ": " + text.apply(each.getValue()))
        .collect(Collectors.joining(", ", "{ ", " }"));
  }

  /** A value, where its place says of which type it is. */
  public static String value(Value value) {
    if (value instanceof Value.EnumConstant constant) {
      return constant.name();
    }
    if (value instanceof Value.SetOf set) {
      return set.elements().stream()
          .map(Written::value)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Value.Fields fields) {
      return fields.fields().entrySet().stream()
          .filter(each -> each.getValue() instanceof Value)
          .map(each -> each.getKey() + ": " + value((Value) each.getValue()))
          .collect(Collectors.joining(", ", "{ ", " }"));
    }
    return ExprText.value(value);
  }
}
