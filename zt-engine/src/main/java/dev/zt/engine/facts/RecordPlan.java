package dev.zt.engine.facts;

import java.lang.invoke.MethodHandle;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** How the components of one record class get into the slots of one shape. */
final class RecordPlan {
  /** What is seldom read is not worth a reader of its own, and a start does not wait for it. */
  private static final int OFTEN = 10;

  private final Class<? extends Record> type;
  private final List<RecordAccess.Component> components;
  private final int[] targets;
  private final boolean givesTwice;

  /** How often records were read, about: threads that count at once may lose some. */
  private int times;

  /** Reads all components at once; null before they are read often, or where that cannot be. */
  private @Nullable MethodHandle reader;

  private RecordPlan(
      Class<? extends Record> type, List<RecordAccess.Component> components, int[] targets) {
    this.type = type;
    this.components = components;
    this.targets = targets;
    this.givesTwice = givesTwice(targets);
  }

  private static boolean givesTwice(int[] targets) {
    BitSet given = new BitSet();
    for (int slot : targets) {
      if (slot >= 0) {
        if (given.get(slot)) {
          return true;
        }
        given.set(slot);
      }
    }
    return false;
  }

  /**
   * The plan of a class.
   *
   * @param target where a component of that name goes
   */
  static RecordPlan of(Class<? extends Record> type, ToIntFunction<String> target) {
    List<RecordAccess.Component> components = RecordAccess.of(type);
    int[] targets = new int[components.size()];
    for (int at = 0; at < targets.length; at++) {
      targets[at] = target.applyAsInt(components.get(at).name());
    }
    return new RecordPlan(type, components, targets);
  }

  Class<? extends Record> type() {
    return type;
  }

  int size() {
    return targets.length;
  }

  /** Whether several components are meant for one slot. */
  boolean givesTwice() {
    return givesTwice;
  }

  /** The slot of a component, or one of the negative answers of {@link SlotNames}. */
  int target(int component) {
    return targets[component];
  }

  /** What a component is declared as, or what that is boxed in. */
  Class<?> type(int component) {
    return components.get(component).type();
  }

  /** The getter of a component; null where its class does not let itself be read. */
  @Nullable MethodHandle getter(int component) {
    return components.get(component).getter();
  }

  /** The getter of a component that is a boolean or a whole number, unboxed; else null. */
  @Nullable MethodHandle primitive(int component) {
    return components.get(component).primitive();
  }

  /** The component that goes into a slot; -1 for none. */
  int componentOf(int slot) {
    for (int at = 0; at < targets.length; at++) {
      if (targets[at] == slot) {
        return at;
      }
    }
    return -1;
  }

  String name(int component) {
    return components.get(component).name();
  }

  /** The values of all components; null where they must be asked for one by one. */
  @Nullable Object @Nullable [] values(Record source) {
    MethodHandle all = reader;
    if (all == null) {
      if (times < OFTEN && ++times == OFTEN) {
        reader = RecordAccess.reader(type);
      }
      return null;
    }
    try {
      return (Object[]) all.invokeExact(source);
    } catch (Throwable someThrow) {
      // Asked one by one, those that throw are told from those that do not.
      return null;
    }
  }

  /** The value of one component, an {@link Unread} when there is none. */
  @Nullable Object value(Record source, int component) {
    return components.get(component).of(source);
  }
}
