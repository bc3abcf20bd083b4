package dev.zt.engine.facts;

import org.jspecify.annotations.Nullable;

/** Makes the readers of record classes. Thread-safe. */
@FunctionalInterface
public interface RecordReaders {
  /** No class has one: records are read into slots. */
  RecordReaders NONE = questions -> null;

  /** A reader; null where there cannot be one. */
  @Nullable RecordReader of(RecordQuestions questions);
}
