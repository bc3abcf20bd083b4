package dev.zt.engine.facts;

/**
 * Where the answers to {@link Questions} and to what is asked of names lie in the words of a
 * request: first all of the signals and the action with their times, then of the subject, of the
 * resource, of the subject's roles and groups, and of pairs of readings; of each first those who
 * say yes.
 */
public record Answers(
    int contextWords, int times, int entityWords, int roleWords, int groupWords, int pairWords) {
  /** Where the words about signals and the action begin. */
  public int context() {
    return 0;
  }

  /** Where the times of signals and the action begin. */
  public int time() {
    return 2 * contextWords;
  }

  /** Where the words about the subject begin. */
  public int subject() {
    return time() + times;
  }

  /** Where the words about the resource begin. */
  public int resource() {
    return subject() + 2 * entityWords;
  }

  /** Where the words about the subject's roles begin. */
  public int roles() {
    return resource() + 2 * entityWords;
  }

  /** Where the words about the subject's groups begin. */
  public int groups() {
    return roles() + 2 * roleWords;
  }

  /** Where the words about pairs of readings begin. */
  public int pairs() {
    return groups() + 2 * groupWords;
  }

  /** How many words hold the answers of both kinds about roles and groups. */
  int nameWords() {
    return pairs() - roles();
  }

  int words() {
    return pairs() + 2 * pairWords;
  }
}
