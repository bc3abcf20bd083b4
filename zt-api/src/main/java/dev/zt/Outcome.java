package dev.zt;

/**
 * The four outcomes of a decision, lowest first: {@code DENY < CHALLENGE < RESTRICT < PERMIT}.
 *
 * <p>The natural order is the order of openness; {@code a.compareTo(b) < 0} reads "a is less open
 * than b".
 */
public enum Outcome {
  /** Access is refused. */
  DENY,
  /** Access is refused for now; meeting the challenges may change that. */
  CHALLENGE,
  /** Access is given under obligations that the application carries out. */
  RESTRICT,
  /** Access is given. */
  PERMIT
}
