package dev.zt.policy.value;

import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesException;
import java.time.zone.ZoneRulesProvider;
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

  /** Names that the Java platform knows beside those of the database begin so. */
  private static final String FOREIGN = "SystemV/";

  private TimeZones() {}

  static ZoneRules rules(String name) {
    try {
      if (!name.startsWith(FOREIGN)) {
        return ZoneRulesProvider.getRules(LINKS.getOrDefault(name, name), false);
      }
    } catch (ZoneRulesException unknown) {
      // What may have been meant is found out when somebody asks.
    }
    throw InvalidText.suggesting(
        Quoted.name(name) + " is not an IANA time zone",
        () -> intended(name),
        "a time zone is named like `Europe/Berlin` or `UTC`");
  }

  private static Set<String> names() {
    Set<String> names = new HashSet<>(ZoneRulesProvider.getAvailableZoneIds());
    names.removeIf(name -> name.startsWith(FOREIGN));
    names.addAll(LINKS.keySet());
    return names;
  }

  private static @Nullable String intended(String written) {
    if (written.equalsIgnoreCase("Z")) {
      return "UTC";
    }
    Set<String> names = names();
    String nearest = NearestName.of(written, names);
    return nearest != null ? nearest : byCity(written, names);
  }

  /** Not among the names in Etc, where the sign of an offset is the opposite of what it looks. */
  private static @Nullable String byCity(String written, Set<String> names) {
    String city = "/" + written.replace(' ', '_');
    String found = null;
    for (String name : names) {
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
