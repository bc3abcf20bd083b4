package dev.zt.dsl.check;

import dev.zt.policy.OpenPlace;
import dev.zt.policy.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the places of a set that may open a door on the unknown. */
final class OpenRegister {
  private final List<OpenPlace> places = new ArrayList<>();

  /** Enters a place, if there is a reason why it may. */
  void add(String name, @Nullable String reason, SourceSpan span) {
    if (reason != null) {
      places.add(new OpenPlace(name, reason, span));
    }
  }

  List<OpenPlace> places() {
    return places;
  }
}
