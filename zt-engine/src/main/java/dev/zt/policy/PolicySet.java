package dev.zt.policy;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A compiled policy set: what a load of policy files means, as data. Immutable and thread-safe.
 *
 * <p>Its text is canonical: everything that has a meaning, in a fixed order, and nothing of
 * comments, layout, file names or order. Two policy sets are equal when their texts are.
 */
public final class PolicySet {
  private final Schema schema;
  private final List<Rule> rules;
  private final List<Elevation> elevations;
  private final List<Behavior> behaviors;
  private final Map<String, Behavior> behaviorByName = new HashMap<>();
  private final List<OpenPlace> openPlaces;
  private final String text;
  private final String version;

  /** A policy set of these parts, in any order. */
  public PolicySet(
      Schema schema,
      Collection<Rule> rules,
      Collection<Elevation> elevations,
      Collection<Behavior> behaviors,
      Collection<OpenPlace> openPlaces) {
    this.schema = schema;
    this.rules = rules.stream().sorted(Comparator.comparing(Rule::id)).toList();
    this.elevations = elevations.stream().sorted(Comparator.comparing(Elevation::id)).toList();
    this.behaviors = behaviors.stream().sorted(Comparator.comparing(Behavior::name)).toList();
    this.behaviors.forEach(each -> behaviorByName.put(each.name(), each));
    this.openPlaces = openPlaces.stream().sorted(Comparator.comparing(OpenPlace::name)).toList();
    this.text = CanonicalText.of(this);
    this.version = Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
  }

  /** Everything declared apart from the rules. */
  public Schema schema() {
    return schema;
  }

  /** The rules, shadow ones among them, in order of id. */
  public List<Rule> rules() {
    return rules;
  }

  /** The elevations, in order of id. */
  public List<Elevation> elevations() {
    return elevations;
  }

  /** The behaviors, in order of name. */
  public List<Behavior> behaviors() {
    return behaviors;
  }

  /** The behavior of that qualified name, or null. */
  public @Nullable Behavior behavior(String name) {
    return behaviorByName.get(name);
  }

  /** The fail-open register, in order of name. */
  public List<OpenPlace> openPlaces() {
    return openPlaces;
  }

  /** The content hash: the SHA-256 of the canonical text, in lower-case hexadecimal. */
  public String version() {
    return version;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PolicySet that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return version.hashCode();
  }

  /** The canonical text. */
  @Override
  public String toString() {
    return text;
  }
}
