package dev.zt.dsl.check;

import dev.zt.policy.Expr;
import dev.zt.policy.SourceSpan;
import dev.zt.policy.Type;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an expression may speak of.
 *
 * @param file the file it is written in
 * @param place what kind of place it stands in
 * @param subject the types that the subject may have
 * @param resource the types that the resource may have
 * @param variables what variables and parameters stand for, by name
 * @param own the fields that can be named without their owner; null where there are none
 * @param usedAt where that is used whose body this is, for messages; null outside of such bodies
 * @param reads takes note of what is spoken of
 */
record Env(
    FileScope file,
    Place place,
    Type.Entity subject,
    Type.Entity resource,
    Map<String, Expr> variables,
    @Nullable OwnFields own,
    @Nullable String usedAt,
    Reads reads) {

  /** Which parts of a request an expression speaks of. */
  static final class Reads {
    private boolean subject;
    private boolean resource;

    boolean subject() {
      return subject;
    }

    boolean resource() {
      return resource;
    }

    void readSubject() {
      subject = true;
    }

    void readResource() {
      resource = true;
    }

    void add(Reads other) {
      subject |= other.subject;
      resource |= other.resource;
    }
  }

  /** The fields that can be named without their owner, and how one of them is read. */
  interface OwnFields {
    FieldOwner owner();

    Expr read(DeclaredField field, SourceSpan span);
  }

  /** Of a request with a subject and a resource of these types. */
  static Env of(FileScope file, Place place, Type.Entity subject, Type.Entity resource) {
    return new Env(file, place, subject, resource, Map.of(), null, null, new Reads());
  }

  /** The same with a variable in scope. */
  Env with(String name, Expr value) {
    Map<String, Expr> more = new HashMap<>(variables);
    more.put(name, value);
    return new Env(file, place, subject, resource, more, own, usedAt, reads);
  }

  /**
   * Of the body of something named here, in its own file, with its own parameters.
   *
   * @param use where it is named; null when it is looked at by itself
   */
  Env inside(FileScope body, Place bodyPlace, Map<String, Expr> parameters, @Nullable String use) {
    return new Env(body, bodyPlace, subject, resource, parameters, null, use, new Reads());
  }

  /** Of a field that is derived from the ones beside it. */
  Env derived(FileScope declaring, OwnFields fields) {
    return new Env(declaring, Place.FIELD, subject, resource, Map.of(), fields, null, new Reads());
  }
}
