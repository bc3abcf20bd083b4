package dev.zt.bench.contender;

/** A contender that holds a policy and its questions. */
public interface Answering extends AutoCloseable {
  /**
   * Answers a question, as the engine itself answers.
   *
   * @throws Exception never, if the engine works
   */
  Object decide(int question) throws Exception;

  /** Whether that answer gives access. */
  boolean permits(Object answer);

  @Override
  default void close() {}
}
