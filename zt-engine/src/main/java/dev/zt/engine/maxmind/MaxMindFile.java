package dev.zt.engine.maxmind;

import com.maxmind.db.CHMCache;
import com.maxmind.db.Reader;
import dev.zt.Geography;
import dev.zt.Signal;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A database file in the MaxMind DB format 2.0: one of countries, of cities or of autonomous
 * systems. Needs the library {@code com.maxmind.db:maxmind-db}, which an application that wants
 * this adds.
 *
 * <p>The file is held in memory. Thread-safe.
 */
public final class MaxMindFile implements Geography, AutoCloseable {
  private final Reader reader;

  private MaxMindFile(Reader reader) {
    this.reader = reader;
  }

  /**
   * Reads a file.
   *
   * @throws IOException when it cannot be read or is no such database
   */
  public static MaxMindFile open(Path file) throws IOException {
    return new MaxMindFile(new Reader(file.toFile(), Reader.FileMode.MEMORY, new CHMCache()));
  }

  /**
   * The country of the address as ISO 3166-1 alpha-2, the region as the code of its first
   * subdivision in ISO 3166-2, the city in English, the number of the autonomous system, and a
   * point with its radius: as far as the file has them. Null for an address that it does not list.
   *
   * @throws IOException when the file is damaged or closed
   */
  @Override
  public @Nullable Signal locate(InetAddress address) throws IOException {
    Map<?, ?> found = reader.get(address, Map.class);
    if (found == null) {
      return null;
    }
    Map<String, @Nullable Object> fields = new HashMap<>();
    put(fields, "country", part(found, "country", "iso_code"));
    put(fields, "region", part(first(found.get("subdivisions")), "iso_code"));
    put(fields, "city", part(found, "city", "names", "en"));
    put(fields, "asn", found.get("autonomous_system_number"));
    Object latitude = part(found, "location", "latitude");
    Object longitude = part(found, "location", "longitude");
    if (latitude != null && longitude != null) {
      fields.put("point", Map.of("lat", latitude, "lon", longitude));
      Object radius = part(found, "location", "accuracy_radius");
      put(fields, "accuracy", radius == null ? null : radius + "km");
    }
    return Signal.of("location", fields);
  }

  /** Lets go of the file. */
  @Override
  public void close() throws IOException {
    reader.close();
  }

  private static void put(
      Map<String, @Nullable Object> fields, String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value);
    }
  }

  private static @Nullable Object first(@Nullable Object list) {
    return list instanceof List<?> some && !some.isEmpty() ? some.get(0) : null;
  }

  private static @Nullable Object part(@Nullable Object whole, String... path) {
    Object part = whole;
    for (String name : path) {
      part = part instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return part;
  }
}
