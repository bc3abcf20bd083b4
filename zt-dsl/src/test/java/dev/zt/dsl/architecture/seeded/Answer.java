package dev.zt.dsl.architecture.seeded;

import com.fasterxml.jackson.core.JsonFactory;

/** Shows a library's type, in an API that depends on nothing. */
public interface Answer {
  /** What an application would see. */
  JsonFactory format();
}
