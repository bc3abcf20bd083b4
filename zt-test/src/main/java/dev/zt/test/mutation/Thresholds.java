package dev.zt.test.mutation;

import dev.zt.policy.Names;
import dev.zt.policy.Schema;
import dev.zt.policy.value.InvalidText;
import dev.zt.policy.value.Value;
import dev.zt.policy.value.Version;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Constants that a comparison by order stands next to, moved by one unit as they are written. */
final class Thresholds {
  private static final Pattern LAST_UNIT = Pattern.compile("(\\d+)([a-z]+)$");
  private static final Pattern NUMBER = Pattern.compile("-?[\\d_]+(?:\\.(\\d+))?");
  private static final Pattern LAST_PART = Pattern.compile("^\"([\\d.]*?)(\\d+)\"$");
  private static final int PLACES = 4;
  private static final Map<String, Long> MILLIS =
      Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);

  private final Schema schema;

  Thresholds(Schema schema) {
    this.schema = schema;
  }

  /** A constant, and how a policy writes it. */
  record Moved(Value value, String text) {}

  /** The constant one unit up and one unit down, as far as there are such. */
  List<Moved> around(Value value, String written) {
    List<Moved> moved = new ArrayList<>();
    for (int by : new int[] {1, -1}) {
      addIfThereIs(value, written, by, moved);
    }
    return moved;
  }

  /** A constant at the end of its range has one neighbour. */
  private void addIfThereIs(Value value, String written, int by, List<Moved> moved) {
    try {
      add(value, written, by, moved);
    } catch (ArithmeticException | InvalidText outOfRange) {
      moved.removeIf(each -> each.value().equals(value));
    }
  }

  private void add(Value value, String written, int by, List<Moved> moved) {
    if (value instanceof Value.Int number) {
      Value.Int next = new Value.Int(Math.addExact(number.value(), by));
      moved.add(new Moved(next, next.toString()));
    } else if (value instanceof Value.Decimal decimal) {
      Value.Decimal next = new Value.Decimal(moved(decimal.units(), written, by));
      String text = next.toString();
      moved.add(new Moved(next, written.contains(".") ? text : text.replaceFirst("\\.0$", "")));
    } else if (value instanceof Value.Distance distance) {
      long units = moved(distance.units(), written, by);
      if (units >= 0) {
        Value.Distance next = new Value.Distance(units);
        moved.add(new Moved(next, next.toString()));
      }
    } else if (value instanceof Value.Speed speed) {
      long units = moved(speed.units(), written, by);
      if (units >= 0) {
        Value.Speed next = new Value.Speed(units);
        moved.add(new Moved(next, next.toString()));
      }
    } else if (value instanceof Value.Duration duration) {
      duration(duration, written, by, moved);
    } else if (value instanceof Value.Time time) {
      boolean seconds =
          written.chars().filter(c -> c == ':').count() > (hasOffset(written) ? 2 : 1);
      long unit = written.contains(".") ? 1 : seconds ? 1_000 : 60_000;
      Value.Time next = new Value.Time(Math.addExact(time.epochMillis(), by * unit));
      moved.add(new Moved(next, "\"" + next + "\""));
    } else if (value instanceof Version) {
      version(written, by, moved);
    } else if (value instanceof Value.EnumConstant constant) {
      enumConstant(constant, written, by, moved);
    }
  }

  private static boolean hasOffset(String written) {
    return !written.endsWith("Z\"") && !written.endsWith("z\"");
  }

  /** Units of 1/10,000 moved by one in the last place written. */
  private static long moved(long units, String written, int by) {
    Matcher number = NUMBER.matcher(written);
    String places = number.find() ? number.group(1) : null;
    int scale = places == null ? 0 : Math.min(PLACES, places.length());
    long step = BigDecimal.ONE.movePointRight(PLACES - scale).longValueExact();
    return Math.addExact(units, by * step);
  }

  private static void duration(Value.Duration value, String written, int by, List<Moved> moved) {
    Matcher unit = LAST_UNIT.matcher(written);
    Long millis = unit.find() ? MILLIS.get(unit.group(2)) : null;
    if (millis == null) {
      return;
    }
    Value.Duration next = new Value.Duration(Math.addExact(value.millis(), by * millis));
    if (next.millis() >= 0) {
      boolean single = unit.start() == 0;
      String text = single ? (Long.parseLong(unit.group(1)) + by) + unit.group(2) : next.toString();
      moved.add(new Moved(next, text));
    }
  }

  private static void version(String written, int by, List<Moved> moved) {
    Matcher last = LAST_PART.matcher(written);
    if (last.find()) {
      long next = Long.parseLong(last.group(2)) + by;
      if (next >= 0) {
        String text = last.group(1) + next;
        moved.add(new Moved(Version.parse(text), "\"" + text + "\""));
      }
    }
  }

  private void enumConstant(
      Value.EnumConstant constant, String written, int by, List<Moved> moved) {
    Schema.Enumeration type = schema.enumerations().get(constant.type());
    int next = constant.ordinal() + by;
    if (type != null && next >= 0 && next < type.constants().size()) {
      String name = type.constants().get(next);
      String prefix = written.contains(".") ? Names.simple(constant.type()) + "." : "";
      moved.add(new Moved(new Value.EnumConstant(constant.type(), name, next), prefix + name));
    }
  }
}
