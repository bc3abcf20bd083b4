package dev.zt.policy.value;

import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of the IANA time zone database that the Java platform carries. */
final class TimeZones {
  /**
   * Names of the database that the Java platform knows only in part, and the zones they link to.
   */
  private static final Map<String, String> LINKS =
      Map.of("EST", "America/Panama", "MST", "America/Phoenix", "HST", "Pacific/Honolulu");

  private static final Set<String> NAMES = names();

  private TimeZones() {}

  private static Set<String> names() {
    Set<String> names = new HashSet<>(ZoneId.getAvailableZoneIds());
    names.removeIf(name -> name.startsWith("SystemV/"));
    names.addAll(LINKS.keySet());
    return Set.copyOf(names);
  }

  static ZoneRules rules(String name) {
    if (!NAMES.contains(name)) {
      throw InvalidText.suggesting(
          Quoted.name(name) + " is not an IANA time zone",
          () -> intended(name),
          "a time zone is named like `Europe/Berlin` or `UTC`");
    }
    return ZoneId.of(LINKS.getOrDefault(name, name)).getRules();
  }

  private static @Nullable String intended(String written) {
    if (written.equalsIgnoreCase("Z")) {
      return "UTC";
    }
    String nearest = NearestName.of(written, NAMES);
    return nearest != null ? nearest : byCity(written);
  }

  /** Not among the names in Etc, where the sign of an offset is the opposite of what it looks. */
  private static @Nullable String byCity(String written) {
    String city = "/" + written.replace(' ', '_');
    String found = null;
    for (String name : NAMES) {
      int start = name.length() - city.length();
      boolean inCity = start > 0 && name.regionMatches(true, start, city, 0, city.length());
      if (!inCity || name.startsWith("Etc/")) {
        continue;
      }
      if (found != null) {
        return null;
      }
      found = name;
    }
    return found;
  }
}
