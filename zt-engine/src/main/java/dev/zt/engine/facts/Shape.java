package dev.zt.engine.facts;

import dev.zt.UnknownCause;
import dev.zt.policy.Field;
import dev.zt.policy.value.Absent;
import dev.zt.policy.value.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is declared of an entity type, a signal, a record type or the action: a slot for each field,
 * and how what is given gets into it. A slot that nothing was given for holds null.
 */
final class Shape {
  private final String owner;
  private final Slot[] slots;
  private final Map<String, Integer> slotByName;
  private final SlotNames names;
  private final Intake intake;

  private Shape(Builder builder) {
    owner = builder.owner;
    intake = builder.intake;
    slots = builder.slots.toArray(new Slot[0]);
    slotByName = Map.copyOf(builder.slotByName);
    names = new SlotNames(builder.outside, builder.inside);
  }

  /**
   * @param plain whether reading it has no other effect, so that it may be read again
   */
  private record Slot(String name, boolean secret, boolean plain, ValueReader reader) {}

  /** The slot of the field that policies know by that name, or -1. */
  int slot(String field) {
    return slotByName.getOrDefault(field, -1);
  }

  /** Whether what is in that slot may not be shown. */
  boolean isSecret(int slot) {
    return slots[slot].secret();
  }

  /** The name by which policies know the field in that slot. */
  String name(int slot) {
    return slots[slot].name();
  }

  /**
   * Reads the component of a record that goes into a slot; null for a slot that is not plain.
   *
   * @param type the component's, not a primitive one
   */
  @Nullable ComponentReader component(int slot, Class<?> type) {
    if (!slots[slot].plain()) {
      return null;
    }
    ValueReader reader = slots[slot].reader();
    Function<Object, @Nullable Reading> plain = reader.plain(type);
    return plain == null
        ? given -> atLength(reader, given)
        : given -> {
          Reading reading = given == null ? null : plain.apply(given);
          return reading == null ? atLength(reader, given) : useful(reading);
        };
  }

  /** Whether values of a Java type are read into a slot without asking what they are. */
  boolean readsPlainly(int slot, Class<?> type) {
    return slots[slot].reader().plain(type) != null;
  }

  private static @Nullable Reading atLength(ValueReader reader, @Nullable Object given) {
    return useful(reader.read(given, new Allowance()));
  }

  private static @Nullable Reading useful(Reading reading) {
    return reading instanceof Absent absent && kind(absent.cause()) != null ? null : reading;
  }

  /** How the components of a record class get into the slots. */
  RecordPlan plan(Class<? extends Record> type) {
    return names.plan(type);
  }

  @Nullable Reading[] blank() {
    return new @Nullable Reading[slots.length];
  }

  /** The same reading in every slot. */
  @Nullable Reading[] filledWith(Reading reading) {
    @Nullable Reading[] all = blank();
    Arrays.fill(all, reading);
    return all;
  }

  static Reading orMissing(@Nullable Reading reading) {
    return reading == null ? Absent.MISSING : reading;
  }

  /**
   * Reads fields given by name and, for those that are not, the components of a record. Each may
   * cost a full {@link Allowance}: one that is too large does not use up another's.
   */
  void fill(
      @Nullable Reading[] into,
      Map<String, ? extends @Nullable Object> named,
      @Nullable Record source) {
    if (!named.isEmpty()) {
      for (Map.Entry<?, ? extends @Nullable Object> field : named.entrySet()) {
        fill(into, Parts.name(field.getKey()), field.getValue(), new Allowance());
      }
    }
    if (source != null) {
      fill(into, source, new Allowance(), true, true);
    }
  }

  /** Reads the components of a record of which those that go nowhere were counted before. */
  void fillCounted(@Nullable Reading[] into, Record source) {
    fill(into, source, new Allowance(), true, false);
  }

  /** Counts components of a record that go nowhere. */
  void ignore(Class<? extends Record> type, int[] components) {
    RecordPlan plan = plan(type);
    for (int component : components) {
      ignore(plan.target(component), plan.name(component));
    }
  }

  /** Reads one field. */
  void fill(@Nullable Reading[] into, String name, @Nullable Object given, Allowance allowance) {
    int slot = names.ofData(name);
    if (slot >= 0) {
      put(into, slot, read(slot, given, allowance), allowance.isSecret());
    } else {
      ignore(slot, name);
    }
  }

  /** Reads the components of a record into the slots that are still empty. */
  void fill(@Nullable Reading[] into, Record source, Allowance allowance) {
    fill(into, source, allowance, false, true);
  }

  private void fill(
      @Nullable Reading[] into,
      Record source,
      Allowance allowance,
      boolean eachInFull,
      boolean counted) {
    RecordPlan plan;
    try {
      plan = plan(source.getClass());
    } catch (Exception | Error unreadable) {
      failed(into, source, unreadable);
      return;
    }
    @Nullable Reading[] fromRecord = plan.givesTwice() ? blank() : into;
    @Nullable Object[] values = plan.values(source);
    for (int at = 0; at < plan.size(); at++) {
      int slot = plan.target(at);
      if (slot < 0) {
        if (counted) {
          ignore(slot, plan.name(at));
        }
      } else if (into[slot] == null) {
        if (eachInFull) {
          allowance.renew();
        }
        Object given = values == null ? plan.value(source, at) : values[at];
        put(fromRecord, slot, read(slot, given, allowance), allowance.isSecret());
      }
    }
    if (fromRecord != into) {
      fillUp(into, fromRecord);
    }
  }

  private void failed(@Nullable Reading[] into, Record source, Throwable unreadable) {
    Absent failure = Unusable.failed("reading the record", unreadable);
    intake.count(owner, source.getClass().getName(), Intake.Kind.FAILED, failure.detail());
    fillUp(into, filledWith(failure));
  }

  private static void fillUp(@Nullable Reading[] into, @Nullable Reading[] rest) {
    for (int slot = 0; slot < into.length; slot++) {
      into[slot] = into[slot] == null ? rest[slot] : into[slot];
    }
  }

  /** Lays what one place gives over what it gave before. */
  void agree(@Nullable Reading[] into, @Nullable Reading[] more) {
    for (int slot = 0; slot < into.length; slot++) {
      Reading reading = more[slot];
      if (reading != null) {
        put(into, slot, reading, false);
      }
    }
  }

  private void put(@Nullable Reading[] into, int slot, Reading reading, boolean secret) {
    Reading earlier = into[slot];
    if (earlier == null) {
      into[slot] = reading;
      return;
    }
    Reading both = shown(Agreement.of(earlier, reading), secret || slots[slot].secret());
    into[slot] = both;
    if (!both.equals(earlier) && !both.equals(reading)) {
      count(slot, both);
    }
  }

  private Reading read(int slot, @Nullable Object given, Allowance allowance) {
    boolean within = allowance.isSecret();
    boolean secret = within || slots[slot].secret();
    Reading reading;
    allowance.secret(secret);
    try {
      reading = slots[slot].reader().read(given, allowance);
    } catch (Exception | Error failure) {
      reading = Unusable.failed("reading it", failure);
    } finally {
      allowance.secret(within);
    }
    reading = shown(reading, secret);
    count(slot, reading);
    return reading;
  }

  /** What is said of a value that cannot be used, without the value if that is secret. */
  private static Reading shown(Reading reading, boolean secret) {
    return secret && reading instanceof Absent absent && absent.cause() != UnknownCause.MISSING
        ? new Absent(absent.cause(), Unusable.SECRET)
        : reading;
  }

  private void count(int slot, Reading reading) {
    if (reading instanceof Absent absent) {
      Intake.Kind kind = kind(absent.cause());
      if (kind != null) {
        intake.count(owner, name(slot), kind, absent.detail());
      }
    }
  }

  private static Intake.@Nullable Kind kind(UnknownCause cause) {
    return switch (cause) {
      case MISTYPED -> Intake.Kind.MISTYPED;
      case OVERFLOWED -> Intake.Kind.OVERFLOWED;
      case FAILED -> Intake.Kind.FAILED;
      case MISSING, STALE -> null;
    };
  }

  private void ignore(int answer, String name) {
    if (answer == SlotNames.DERIVED) {
      intake.count(owner, name, Intake.Kind.DERIVED_GIVEN, "computed from other fields");
    } else if (answer == SlotNames.UNDECLARED) {
      intake.countUndeclared(owner, name, names.all());
    }
  }

  /** Collects the slots of a shape. */
  static final class Builder {
    private final String owner;
    private final Intake intake;
    private final List<Slot> slots = new ArrayList<>();
    private final Map<String, Integer> slotByName = new HashMap<>();
    private final Map<String, Integer> outside = new HashMap<>();
    private final Map<String, Integer> inside = new HashMap<>();

    Builder(String owner, Intake intake) {
      this.owner = owner;
      this.intake = intake;
    }

    /** A slot that data fill under the same name. */
    Builder given(String name, ValueReader reader) {
      return slot(name, name, new Slot(name, false, true, reader));
    }

    /** A slot that data do not fill. */
    Builder fixed(String name) {
      slotByName.put(name, slots.size());
      slots.add(new Slot(name, false, true, (given, allowance) -> Absent.MISSING));
      return this;
    }

    /** A name that data may use and that has no effect. */
    Builder ignored(String name) {
      outside.put(name, SlotNames.IGNORED);
      return this;
    }

    /** A slot for each field that is not derived. */
    Builder fields(Collection<Field> fields, Readers readers) {
      for (Field field : fields) {
        if (field.derived()) {
          outside.putIfAbsent(field.outside(), SlotNames.DERIVED);
          inside.putIfAbsent(field.name(), SlotNames.DERIVED);
        } else {
          ValueReader reader = readers.of(field.type());
          boolean plain = Readers.isPlain(field.type());
          slot(
              field.name(), field.outside(), new Slot(field.name(), field.secret(), plain, reader));
        }
      }
      return this;
    }

    Shape build() {
      return new Shape(this);
    }

    private Builder slot(String name, String outsideName, Slot added) {
      int slot = slots.size();
      slots.add(added);
      slotByName.putIfAbsent(name, slot);
      outside.putIfAbsent(outsideName, slot);
      inside.putIfAbsent(name, slot);
      return this;
    }
  }
}
