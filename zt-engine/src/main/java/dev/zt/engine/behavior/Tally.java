package dev.zt.engine.behavior;

import com.google.common.math.LongMath;
import dev.zt.UnknownCause;
import dev.zt.engine.facts.Memory.Recollection;
import dev.zt.policy.value.Absent;
import dev.zt.policy.value.Value;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a behavior has come to for one key. Something that happened at an instant is in the window
 * from then on and before that instant and the window's length.
 *
 * <p>Guarded by the lock of the shard that it lies in. A clock that steps back does not take
 * anything out of the window, and what happens then counts as happening at the latest instant seen.
 */
abstract class Tally {
  static final Recollection NOTHING =
      Recollection.of(
          new Absent(UnknownCause.MISSING, "nothing happened in its window"), Long.MAX_VALUE);

  final long over;

  /** The next tally in the same place of a table. */
  @Nullable Tally chained;

  /** The next tally in the queue of a table. */
  @Nullable Tally later;

  /** Whether it was added to since it was put to the end of that queue. */
  boolean touched;

  private @Nullable Object key;
  private int hash;
  private long newest = Long.MIN_VALUE;
  private @Nullable Gap gap;

  /**
   * An empty one.
   *
   * @param over the length of the window in milliseconds
   */
  Tally(long over) {
    this.over = over;
  }

  final void keepUnder(Object of, int hashed) {
    key = of;
    hash = hashed;
  }

  final boolean isOf(Object other, int hashed) {
    return hash == hashed && (key == other || other.equals(key));
  }

  /** What it is kept under. */
  final Object key() {
    return Objects.requireNonNull(key, "it is kept nowhere");
  }

  final int hash() {
    return hash;
  }

  /** Adds something that happened, at an instant that is not before any that came earlier. */
  abstract void add(List<Value> values, long at);

  /** Reads it, if nothing is missing. */
  abstract Recollection read(List<Value> present, long now);

  /** Whether adding these values may change what is read at that instant. */
  abstract boolean wouldChange(List<Value> values, long now);

  /** How many entries it takes up. */
  int weight() {
    return 1;
  }

  final void record(@Nullable List<Value> values, long now) {
    newest = Math.max(newest, now);
    if (values == null) {
      spoil(new Gap(end(newest), Gap.Kind.UNCLEAR));
    } else {
      add(values, newest);
    }
  }

  final Recollection recall(List<Value> present, long now) {
    Gap open = gap;
    return open != null && Gap.isOpen(open, now) ? open.recollection() : read(present, now);
  }

  final boolean wouldChangeBy(@Nullable List<Value> values, long now) {
    if (Gap.isOpen(gap, now)) {
      return values == null;
    }
    return values == null || wouldChange(values, now);
  }

  final void spoil(@Nullable Gap by) {
    gap = Gap.later(gap, by);
  }

  /** Writes what it has come to. */
  final void save(DataOutput out) throws IOException {
    out.writeLong(newest);
    Gap open = gap;
    out.writeBoolean(open != null);
    if (open != null) {
      open.save(out);
    }
    write(out);
  }

  /** Takes over what another one wrote. */
  final void load(DataInput in) throws IOException {
    newest = in.readLong();
    gap = in.readBoolean() ? Gap.load(in) : null;
    read(in);
  }

  abstract void write(DataOutput out) throws IOException;

  abstract void read(DataInput in) throws IOException;

  /** The instant at which something was added last. */
  final long newest() {
    return newest;
  }

  /** The instant from which on it says no more than an empty one. */
  final long end() {
    long end = newest == Long.MIN_VALUE ? Long.MIN_VALUE : end(newest);
    return gap == null ? end : Math.max(end, gap.until());
  }

  /** When something that happened at an instant leaves the window. */
  final long end(long at) {
    return LongMath.saturatedAdd(at, over);
  }
}
