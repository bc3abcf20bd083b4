package dev.zt.engine.authzen;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object of the request form, with the complaints that its members may give rise to.
 *
 * @param pointer where it stands, as a JSON pointer
 */
record Form(JsonObject object, String pointer) {

  /** The value as a request. */
  static Form of(@Nullable Object value, String pointer) {
    if (value instanceof JsonObject object) {
      return new Form(object, pointer);
    }
    throw new AuthZenException(
        "a request must be an object with `subject`, `action` and `resource`, not " + kind(value),
        pointer,
        AuthZenException.NOWHERE,
        AuthZenException.NOWHERE);
  }

  boolean gives(String name) {
    return object.containsKey(name);
  }

  /** The text of that name, which must be there; {@code use} says what it is for. */
  String text(String name, String use) {
    Object value = required(name, use);
    if (value instanceof String text) {
      return text;
    }
    throw mistyped(name, "text", value);
  }

  /** The object of that name, which must be there; {@code use} says what it is for. */
  Form object(String name, String use) {
    Object value = required(name, use);
    if (value instanceof JsonObject inner) {
      return new Form(inner, at(name));
    }
    throw mistyped(name, "an object", value);
  }

  /** The object of that name, or null when it is null or left out. */
  @Nullable Form inner(String name) {
    Object value = object.get(name);
    if (value == null) {
      return null;
    }
    if (value instanceof JsonObject inner) {
      return new Form(inner, at(name));
    }
    throw mistyped(name, "an object", value);
  }

  /** The members of the object of that name; none when it is null or left out. */
  Map<String, @Nullable Object> members(String name) {
    Form inner = inner(name);
    return inner == null ? Map.of() : inner.object;
  }

  /** The elements of the array of that name; none when it is null or left out. */
  List<? extends @Nullable Object> elements(String name) {
    Object value = object.get(name);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return list;
    }
    throw mistyped(name, "an array", value);
  }

  /** The element of an array of that name as an object. */
  Form element(String name, int index, @Nullable Object value) {
    if (value instanceof JsonObject inner) {
      return new Form(inner, at(name) + "/" + index);
    }
    throw mistyped(name + "/" + index, "an object", value);
  }

  AuthZenException missing(String name, String use) {
    return complaint(name, "`" + name + "` is missing; " + use);
  }

  AuthZenException complaint(String name, String problem) {
    return new AuthZenException(problem, at(name), object.line(), object.column());
  }

  static String kind(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof Boolean) {
      return value.toString();
    }
    return value instanceof String
        ? "text"
        : value instanceof Number ? "a number" : value instanceof List ? "an array" : "an object";
  }

  private Object required(String name, String use) {
    Object value = object.get(name);
    if (value == null) {
      throw gives(name) ? complaint(name, "must not be null; " + use) : missing(name, use);
    }
    return value;
  }

  private AuthZenException mistyped(String name, String wanted, @Nullable Object value) {
    return complaint(name, "must be " + wanted + ", not " + kind(value));
  }

  private String at(String name) {
    return pointer + "/" + name;
  }
}
