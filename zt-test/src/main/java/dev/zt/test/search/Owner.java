package dev.zt.test.search;

import java.util.Objects;

/**
 * Something that a test gives fields of.
 *
 * @param name how a test calls it: {@code subject}, {@code resource}, {@code action} or a signal
 */
public record Owner(Kind kind, String name) {
  /** Who asks. */
  public static final Owner SUBJECT = new Owner(Kind.SUBJECT, "subject");

  /** What it is asked on. */
  public static final Owner RESOURCE = new Owner(Kind.RESOURCE, "resource");

  /** The action itself. */
  public static final Owner ACTION = new Owner(Kind.ACTION, "action");

  public Owner {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
  }

  /** A signal. */
  public static Owner signal(String name) {
    return new Owner(Kind.SIGNAL, name);
  }

  /** What kinds there are. */
  public enum Kind {
    /** Who asks. */
    SUBJECT,
    /** What it is asked on. */
    RESOURCE,
    /** The action itself. */
    ACTION,
    /** A signal. */
    SIGNAL
  }
}
