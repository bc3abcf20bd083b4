package dev.zt.engine.facts;

import dev.zt.UnknownCause;
import dev.zt.policy.value.Absent;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The components of an application's record classes, found once for each class. */
final class RecordAccess {
  private static final MethodType GETTER = MethodType.methodType(Object.class, Record.class);

  private static final MethodType READER = MethodType.methodType(Object[].class, Record.class);

  /** A reader of more components would have more parameters than a method may have. */
  private static final int MOST_AT_ONCE = 200;

  private static final ClassValue<List<Component>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
          List<Component> components = new ArrayList<>();
          for (RecordComponent component : type.getRecordComponents()) {
            components.add(
                new Component(
                    component.getName(),
                    MethodType.methodType(component.getType()).wrap().returnType(),
                    getter(component.getAccessor(), GETTER),
                    component));
          }
          return List.copyOf(components);
        }
      };

  private RecordAccess() {}

  /**
   * A component.
   *
   * @param type what it is declared as, or what that is boxed in
   * @param getter of type {@code (Record) -> Object}; null when its class does not let itself be
   *     read
   */
  record Component(
      String name, Class<?> type, @Nullable MethodHandle getter, RecordComponent declared) {
    /**
     * A getter of type {@code (Record) -> boolean} or {@code (Record) -> long}; null for what is
     * neither a boolean nor a whole number.
     */
    @Nullable MethodHandle primitive() {
      Class<?> plain = declared.getType();
      if (plain == boolean.class) {
        return RecordAccess.getter(declared.getAccessor(), GETTER.changeReturnType(plain));
      }
      return plain == long.class
              || plain == int.class
              || plain == short.class
              || plain == byte.class
          ? RecordAccess.getter(declared.getAccessor(), GETTER.changeReturnType(long.class))
          : null;
    }

    /** The value, an {@link Unread} when there is none. */
    @Nullable Object of(Record source) {
      if (getter == null) {
        return new Unread(closed(source.getClass()));
      }
      try {
        return (Object) getter.invokeExact(source);
      } catch (Throwable failure) {
        return new Unread(Unusable.failed("reading it", failure));
      }
    }
  }

  /** The components of a class in order of declaration. */
  static List<Component> of(Class<? extends Record> type) {
    return COMPONENTS.get(type);
  }

  /**
   * A reader of all components at once, of type {@code (Record) -> Object[]}, which throws what one
   * of them throws; null where some of them cannot be read.
   */
  static @Nullable MethodHandle reader(Class<? extends Record> type) {
    List<Component> components = of(type);
    int count = components.size();
    if (count == 0 || count > MOST_AT_ONCE) {
      return null;
    }
    MethodHandle[] getters = new MethodHandle[count];
    for (int at = 0; at < count; at++) {
      MethodHandle getter = components.get(at).getter();
      if (getter == null) {
        return null;
      }
      getters[at] = getter;
    }
    MethodHandle array = MethodHandles.identity(Object[].class).asCollector(Object[].class, count);
    return MethodHandles.permuteArguments(
        MethodHandles.filterArguments(array, 0, getters), READER, new int[count]);
  }

  private static @Nullable MethodHandle getter(Method accessor, MethodType type) {
    try {
      return accessor.trySetAccessible()
          ? MethodHandles.lookup().unreflect(accessor).asType(type)
          : null;
    } catch (IllegalAccessException | SecurityException closed) {
      return null;
    }
  }

  private static Absent closed(Class<?> type) {
    String reader = RecordAccess.class.getModule().getName();
    return new Absent(
        UnknownCause.FAILED,
        "the record "
            + Shown.cut(type.getName())
            + " cannot be read: open its package to "
            + (reader == null ? "zt" : "the module " + reader));
  }
}
