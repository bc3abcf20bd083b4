package dev.zt.dsl.source;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of one policy set by name. Immutable. */
public final class SourceFiles {
  private final Map<String, Source> byName = new HashMap<>();

  /** These files, each with a name of its own. */
  public SourceFiles(Collection<Source> files) {
    for (Source file : files) {
      byName.put(file.file(), file);
    }
  }

  /** The file of that name, or null when it is none of these. */
  public @Nullable Source find(String name) {
    return byName.get(name);
  }
}
