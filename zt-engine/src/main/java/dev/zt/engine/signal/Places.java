package dev.zt.engine.signal;

import com.google.common.net.InetAddresses;
import dev.zt.EntityRef;
import dev.zt.Geography;
import dev.zt.Signal;
import dev.zt.engine.facts.Layout;
import dev.zt.policy.value.IpAddress;
import dev.zt.policy.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a location does not say and can be told: where its address is, and how fast its subject came
 * there. Thread-safe.
 */
public final class Places {
  /** A wider circle can hide a journey that policies look for, which begin at 500 km. */
  private static final Value.Distance WIDEST = Value.Distance.parse("500km");

  private static final Value.Distance EXACT = new Value.Distance(0);
  private static final String LOCATION = "location";

  private final @Nullable Geography geography;
  private final Set<String> exact;
  private final Travels travels = new Travels(Travels.MOST);

  /**
   * @param geography null when nobody can tell where an address is
   * @param exact the values of {@code location.source} whose points are exact when they give no
   *     accuracy
   */
  public Places(@Nullable Geography geography, Set<String> exact) {
    this.geography = geography;
    this.exact = Set.copyOf(exact);
  }

  /** Whether the policies ask for something that can be told here. */
  boolean matter(SignalPlan plan) {
    return plan.readsSpeed() || (geography != null && plan.fields().containsKey(LOCATION));
  }

  /** What there is to add to the observations of a location that are known. */
  @Nullable Signal addressed(List<Signal> signals, Layout layout) {
    if (geography == null
        || !(layout.given(signals, LOCATION, "ip") instanceof IpAddress address)) {
      return null;
    }
    Signal found = located(geography, address);
    if (found == null || !found.name().equals(LOCATION) || found.failure() != null) {
      return null;
    }
    Missing missing = new Missing(signals, layout, found);
    missing.take("country", "country", "region", "city");
    missing.take("point", "point", "accuracy");
    missing.take("asn", "asn");
    return missing.found.isEmpty() ? null : Signal.of(LOCATION, missing.found);
  }

  /**
   * Where the subject is and how it came there; null when the location is not good enough for that.
   *
   * @param arrivedAt when a location counts as observed that does not say when it was
   */
  @Nullable Move move(
      EntityRef subject, List<Signal> signals, Layout layout, long arrivedAt, long now) {
    Value.Distance accuracy = accuracy(signals, layout);
    if (accuracy == null
        || accuracy.compareTo(WIDEST) > 0
        || !(layout.given(signals, LOCATION, "point") instanceof Value.Point point)) {
      return null;
    }
    Long observedAt = observedAt(signals, layout, now);
    Located here = new Located(point, accuracy, observedAt == null ? arrivedAt : observedAt);
    boolean dated = observedAt != null || arrivedAt != now;
    return new Move(subject, here, travels.speed(subject, here, dated, now));
  }

  void record(Move move) {
    travels.record(move.subject(), move.here());
  }

  /** Somebody's way to where they are. */
  record Move(EntityRef subject, Located here, Travels.Speed speed) {}

  private static @Nullable Long observedAt(List<Signal> signals, Layout layout, long now) {
    return layout.given(signals, LOCATION, "as_of") instanceof Value.Time time
        ? Math.min(time.epochMillis(), now)
        : null;
  }

  private Value.@Nullable Distance accuracy(List<Signal> signals, Layout layout) {
    if (layout.given(signals, LOCATION, "accuracy") instanceof Value.Distance given) {
      return given;
    }
    boolean isExact =
        layout.given(signals, LOCATION, "accuracy") == null
            && layout.given(signals, LOCATION, "source") instanceof Value.Text source
            && exact.contains(source.value());
    return isExact ? EXACT : null;
  }

  private static @Nullable Signal located(Geography geography, IpAddress address) {
    try {
      return geography.locate(InetAddresses.forString(address.toString()));
    } catch (Exception | LinkageError | StackOverflowError | AssertionError untold) {
      return null;
    }
  }

  /** The fields of what was found that nobody gave, several of which belong together. */
  private static final class Missing {
    private final List<Signal> given;
    private final Layout layout;
    private final Map<String, @Nullable Object> source;
    final Map<String, @Nullable Object> found = new HashMap<>();

    Missing(List<Signal> given, Layout layout, Signal source) {
      this.given = given;
      this.layout = layout;
      this.source = source.fields();
    }

    /** Takes the fields if nobody gave the first of them. */
    void take(String leading, String... fields) {
      if (layout.given(given, LOCATION, leading) != null) {
        return;
      }
      for (String field : fields) {
        if (source.containsKey(field) && layout.given(given, LOCATION, field) == null) {
          found.put(field, source.get(field));
        }
      }
    }
  }
}
