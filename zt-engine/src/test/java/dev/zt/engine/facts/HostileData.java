package dev.zt.engine.facts;

import dev.zt.Entity;
import dev.zt.EntityRef;
import dev.zt.Signal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Objects that an application had better not hand over. */
final class HostileData {
  private static final String MEGABYTE = "x".repeat(1 << 20);
  private static final String[] NAMES = {
    "x", "id", "type", "lat", "lon", "name", "left", "right", "city", "country", "post-code",
    "parents", "roles", "groups", "level", "tags", "address", "manager", "age", "as_of", "",
        "\uD800"
  };

  private HostileData() {}

  record Bomb(Object x, Object id, Object type, Object name, Object left, Object city) {
    @Override
    public Object city() {
      throw new AssertionError("no city");
    }

    @Override
    public Object left() {
      return left();
    }

    @Override
    public String toString() {
      throw new IllegalStateException();
    }

    @Override
    public int hashCode() {
      throw new IllegalStateException();
    }
  }

  enum Loud {
    HEALTHY,
    LOW,
    X {
      @Override
      public String toString() {
        throw new IllegalStateException();
      }
    }
  }

  static final class Rude implements CharSequence {
    @Override
    public int length() {
      return -1;
    }

    @Override
    public char charAt(int index) {
      return 'x';
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return this;
    }

    @Override
    @SuppressWarnings("ReturnNull")
    public String toString() {
      return null;
    }
  }

  private static final List<Object> ODDITIES = oddities();
  private static final List<Object> ALMOST_RIGHT =
      List.of("low", "healthy", "DE", "14.2", "u1", "10.0.0.1", "15m", "0km", "High", 7, true);

  /** Any object graph at all. */
  static Object object(Random random) {
    return object(random, 4);
  }

  /** Fields under names that mean something, and under others. */
  static Map<String, Object> fields(Random random) {
    return fields(random, 4);
  }

  private static Object object(Random random, int depth) {
    if (depth == 0 || random.nextBoolean()) {
      return leaf(random);
    }
    return switch (random.nextInt(6)) {
      case 0 -> objects(random, depth - 1);
      case 1 -> objects(random, depth - 1).toArray();
      case 2 -> fields(random, depth - 1);
      case 3 -> Optional.ofNullable(object(random, depth - 1));
      case 4 -> reference(random, depth - 1);
      default ->
          new Bomb(
              object(random, depth - 1),
              "u1",
              "User",
              object(random, depth - 1),
              null,
              object(random, depth - 1));
    };
  }

  private static Object leaf(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> random.nextLong();
      case 1 -> Double.longBitsToDouble(random.nextLong());
      case 2 -> new String(random.ints(3, 0, 0x10000).toArray(), 0, 3);
      case 3 -> ALMOST_RIGHT.get(random.nextInt(ALMOST_RIGHT.size()));
      default -> ODDITIES.get(random.nextInt(ODDITIES.size()));
    };
  }

  private static List<Object> objects(Random random, int depth) {
    List<Object> objects = new ArrayList<>();
    while (random.nextInt(4) > 0) {
      objects.add(object(random, depth));
    }
    return objects;
  }

  private static Map<String, Object> reference(Random random, int depth) {
    Map<String, Object> reference = fields(random, depth);
    reference.put("type", random.nextBoolean() ? "User" : object(random, depth));
    reference.put("id", random.nextBoolean() ? "u1" : object(random, depth));
    return reference;
  }

  private static Map<String, Object> fields(Random random, int depth) {
    Map<String, Object> fields = new LinkedHashMap<>();
    while (random.nextInt(6) > 0) {
      fields.put(NAMES[random.nextInt(NAMES.length)], object(random, depth));
    }
    return fields;
  }

  private static List<Object> oddities() {
    List<Object> all = new ArrayList<>();
    Collections.addAll(
        all,
        null,
        true,
        (byte) 1,
        (short) 1,
        1f,
        Float.NaN,
        Double.NaN,
        Double.NEGATIVE_INFINITY,
        -0.0,
        Double.MIN_VALUE,
        'x',
        BigInteger.ONE.shiftLeft(100_000),
        new BigDecimal("1e1000000000"),
        new BigDecimal("1e-1000000000"),
        new BigDecimal("0e-1000000000"),
        MEGABYTE,
        MEGABYTE + "x",
        Collections.nCopies(70_000, MEGABYTE),
        "\uD800",
        "a\uDC00b",
        "\u0000\u202E\uFEFF",
        new StringBuilder("x"),
        new Rude(),
        Loud.HEALTHY,
        Loud.X,
        Instant.MAX,
        Instant.MIN,
        OffsetDateTime.MAX,
        ZonedDateTime.of(LocalDate.MIN.atStartOfDay(), ZoneId.of("Europe/Berlin")),
        Duration.ofSeconds(Long.MIN_VALUE),
        Duration.ofSeconds(Long.MAX_VALUE),
        Optional.empty(),
        InetAddress.getLoopbackAddress(),
        URI.create(""),
        EntityRef.of("", ""),
        EntityRef.of("User", "\uD800"),
        Entity.of("User", "u2"),
        Signal.of("device"),
        Thread.currentThread(),
        Object.class,
        new Object(),
        new int[70_000],
        IntStream.range(0, 70_000).boxed().toList(),
        IntStream.range(0, 100_000).boxed().collect(Collectors.toMap(i -> "k" + i, i -> i)));
    all.add(cyclicList());
    all.add(cyclicMap());
    all.add(throwingList());
    all.add(endlessList());
    all.add(throwingMap());
    return all;
  }

  private static List<Object> cyclicList() {
    List<Object> cyclic = new ArrayList<>();
    cyclic.add(cyclic);
    return cyclic;
  }

  private static Map<String, Object> cyclicMap() {
    Map<String, Object> cyclic = new HashMap<>();
    for (String name : NAMES) {
      cyclic.put(name, cyclic);
    }
    return cyclic;
  }

  private static Collection<Object> throwingList() {
    return new AbstractList<>() {
      @Override
      public Object get(int index) {
        throw new LinkageError("\uD800");
      }

      @Override
      public int size() {
        return 1;
      }
    };
  }

  private static Collection<Object> endlessList() {
    return new AbstractList<>() {
      @Override
      public Iterator<Object> iterator() {
        return Stream.generate(() -> (Object) "x").iterator();
      }

      @Override
      public Object get(int index) {
        return "x";
      }

      @Override
      public int size() {
        return -1;
      }
    };
  }

  private static Map<Object, Object> throwingMap() {
    return new AbstractMap<>() {
      @Override
      public Set<Entry<Object, Object>> entrySet() {
        return new LinkedHashMap<Object, Object>(Map.of(1, 2)) {
          @Override
          public Set<Entry<Object, Object>> entrySet() {
            throw new StackOverflowError();
          }
        }.entrySet();
      }
    };
  }
}
