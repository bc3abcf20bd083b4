package dev.zt.dsl.architecture.seeded;

import com.google.common.collect.ImmutableList;

/** Shows a library's type, in an API that depends on nothing. */
public interface Answer {
  /** What an application would see. */
  ImmutableList<String> reasons();
}
