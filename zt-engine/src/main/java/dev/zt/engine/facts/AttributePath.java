package dev.zt.engine.facts;

import dev.zt.Entity;
import dev.zt.Request;
import dev.zt.policy.Field;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Schema;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The path by which policies know an attribute that requests carry: {@code subject.department},
 * {@code resource.owner}, {@code device.id}, {@code action.soft}. Immutable and thread-safe.
 */
public record AttributePath(String owner, String field) {
  public AttributePath {
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(field, "field");
  }

  /**
   * The path, as a policy writes it.
   *
   * @throws IllegalArgumentException when it is not an owner and a field
   */
  public static AttributePath of(String path) {
    int dot = path.indexOf('.');
    if (dot < 1 || dot != path.lastIndexOf('.') || dot == path.length() - 1) {
      throw new IllegalArgumentException(
          "`" + path + "` is no attribute; one reads `subject.department` or `device.id`");
    }
    return new AttributePath(path.substring(0, dot), path.substring(dot + 1));
  }

  /** The fields that it may mean, given by data, under these policies. */
  public List<Field> declared(PolicySet policies) {
    return candidates(policies.schema()).filter(each -> each.name().equals(field)).toList();
  }

  private Stream<Field> candidates(Schema schema) {
    return switch (owner) {
      case "subject", "resource" ->
          schema.entities().values().stream()
              .map(Schema.Entity::fields)
              .flatMap(Collection::stream);
      case "action" -> schema.actionFields().values().stream();
      default -> {
        Schema.Signal signal = schema.signals().get(owner);
        yield signal == null ? Stream.empty() : signal.fields().stream();
      }
    };
  }

  /**
   * The value that a request carries, as text; null when it carries none that can be read, when the
   * value has fields of its own, and when the attribute is secret.
   */
  public @Nullable String shown(Request request, Layout layout) {
    Reading reading =
        switch (owner) {
          case "subject" -> ofEntity(request.subject(), layout);
          case "resource" -> ofEntity(request.resource(), layout);
          default -> layout.shown(request, owner, field);
        };
    return reading instanceof Value value ? text(value) : null;
  }

  private @Nullable Reading ofEntity(Entity entity, Layout layout) {
    return layout.shown(entity, field);
  }

  private static @Nullable String text(Value value) {
    if (value instanceof Value.Text text) {
      return text.value();
    }
    if (value instanceof Value.SetOf set) {
      boolean plain = set.elements().stream().noneMatch(AttributePath::hasParts);
      return plain ? set.toString() : null;
    }
    return value instanceof Value.Fields || value instanceof Value.None ? null : value.toString();
  }

  private static boolean hasParts(Value value) {
    return value instanceof Value.SetOf || value instanceof Value.Fields;
  }

  /** The path as a policy writes it. */
  @Override
  public String toString() {
    return owner + "." + field;
  }
}
