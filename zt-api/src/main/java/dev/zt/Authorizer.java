package dev.zt;

import java.util.List;

/**
 * Decides requests. An application holds one and asks it inline, wherever access is given.
 *
 * <p>Thread-safe. Nothing that a request or a source of facts holds makes it throw or return null:
 * what cannot be read is unknown, and an unknown never opens. It throws {@link
 * NullPointerException} for a null request and {@link IllegalStateException} once it is closed.
 */
public interface Authorizer extends AutoCloseable {
  /** Decides, now, and lets the decision count for whatever the policies remember. */
  Decision check(Request request);

  /**
   * Decides several requests at one instant under one policy version, in the order given.
   *
   * <p>Each of them counts as {@link #check} does.
   */
  List<Decision> checkAll(List<Request> requests);

  /** Decides as {@link #check} does and remembers nothing: a question before the deed. */
  Decision preview(Request request);

  /**
   * Lets something count for whatever the policies remember of events of its name; one that no
   * policy remembers has no effect, and a name that none declares is counted among what no policy
   * can use.
   */
  void observe(Event event);

  /**
   * Decides as {@link #preview} does and says how it came about: every rule that mattered, with the
   * values its conditions saw. Much slower than a check.
   */
  Explanation explain(Request request);

  /** Just-in-time privilege: what may be asked for, who approves, what is granted. */
  Elevations elevations();

  /** What was observed last, and where observations are published. */
  Signals signals();

  /**
   * Who used which permits, elevations and roles.
   *
   * @throws IllegalStateException when the engine was not told to count that
   */
  Usage usage();

  /** Decisions that are kept true while what they rest on changes. */
  Sessions sessions();

  /** Refuses every later question with an exception. Closing twice has no effect. */
  @Override
  void close();
}
