package dev.zt.policy;

import dev.zt.PolicyVersion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A compiled policy set: what a load of policy files means, as data. Immutable and thread-safe.
 *
 * <p>Its text is canonical: everything that has a meaning, in a fixed order, and nothing of
 * comments, layout, file names or order. Two policy sets are equal when their hashes are.
 */
public final class PolicySet {
  private final Schema schema;
  private final List<Rule> rules;
  private final List<Elevation> elevations;
  private final List<Behavior> behaviors;
  private final Map<String, Behavior> behaviorByName = new HashMap<>();
  private final List<OpenPlace> openPlaces;
  private final PolicyVersion version = PolicyVersion.of(this::hash);

  /** A policy set of these parts, in any order. */
  public PolicySet(
      Schema schema,
      Collection<Rule> rules,
      Collection<Elevation> elevations,
      Collection<Behavior> behaviors,
      Collection<OpenPlace> openPlaces) {
    this.schema = schema;
    this.rules = sorted(rules, Comparator.comparing(Rule::id));
    this.elevations = sorted(elevations, Comparator.comparing(Elevation::id));
    this.behaviors = sorted(behaviors, Comparator.comparing(Behavior::name));
    for (Behavior each : this.behaviors) {
      behaviorByName.put(each.name(), each);
    }
    this.openPlaces = sorted(openPlaces, Comparator.comparing(OpenPlace::name));
  }

  private static <T> List<T> sorted(Collection<T> parts, Comparator<T> order) {
    List<T> sorted = new ArrayList<>(parts);
    sorted.sort(order);
    return List.copyOf(sorted);
  }

  private String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
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
    return version.toString();
  }

  /** The same, which is worked out when somebody asks for it. */
  public PolicyVersion policyVersion() {
    return version;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PolicySet that && version.equals(that.version);
  }

  @Override
  public int hashCode() {
    return version.hashCode();
  }

  /** The canonical text, written anew each time. */
  @Override
  public String toString() {
    return CanonicalText.of(this);
  }
}
