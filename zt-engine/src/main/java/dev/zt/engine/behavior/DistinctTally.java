package dev.zt.engine.behavior;

import com.dynatrace.hash4j.distinctcount.UltraLogLog;
import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import dev.zt.engine.facts.Memory.Recollection;
import dev.zt.policy.value.Value;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many different values there are: exact while they are few, then by a sketch for each sixtieth
 * of the window (UltraLogLog, Ertl 2024, with 1,024 registers, whose standard error is 2.5 %), from
 * four standard errors below the estimate to four above it.
 */
final class DistinctTally extends Tally {
  private static final double ERROR = 4 * 0.025;
  private static final int REGISTERS_LOG = 10;
  private static final int SKETCHED_WEIGHT = 64;

  private final int fewest;
  private final Hasher64 hasher;

  /** While there are few: the last instant of each value, the one that came longest ago first. */
  private final LinkedHashMap<Long, Long> instants = new LinkedHashMap<>(4);

  private final ArrayDeque<Sketch> sketches = new ArrayDeque<>();

  /**
   * An empty one.
   *
   * @param fewest up to how many values are counted exactly
   * @param secret what nobody knows, so that nobody can make up values that count as one
   */
  DistinctTally(long over, int fewest, long secret) {
    super(over);
    this.hasher = Hashing.komihash5_0(secret);
    this.fewest = fewest;
  }

  /** Values of nearly one time. */
  private static final class Sketch {
    final long first;
    final UltraLogLog values = UltraLogLog.create(REGISTERS_LOG);
    long last;

    Sketch(long first) {
      this.first = first;
    }
  }

  private long hash(Value value) {
    return hasher.hashCharsToLong(value.toString());
  }

  @Override
  void add(List<Value> values, long at) {
    long hash = hash(values.get(0));
    sketches.removeIf(each -> end(each.last) <= at);
    if (!sketches.isEmpty()) {
      sketch(hash, at);
      return;
    }
    instants.remove(hash);
    Iterator<Long> eldest = instants.values().iterator();
    while (eldest.hasNext() && end(eldest.next()) <= at) {
      eldest.remove();
    }
    instants.put(hash, at);
    if (instants.size() > fewest) {
      instants.forEach(this::sketch);
      instants.clear();
    }
  }

  private void sketch(long hash, long at) {
    Sketch latest = sketches.peekLast();
    if (latest == null || at - latest.first >= Math.max(1, over / BucketTally.BUCKETS)) {
      latest = new Sketch(at);
      sketches.addLast(latest);
    }
    latest.values.add(hash);
    latest.last = at;
  }

  @Override
  Recollection read(List<Value> present, long now) {
    return sketches.isEmpty() ? exact(now) : estimate(now);
  }

  private Recollection exact(long now) {
    long count = 0;
    long until = Long.MAX_VALUE;
    for (Map.Entry<Long, Long> each : instants.entrySet()) {
      long end = end(each.getValue());
      if (end > now) {
        count++;
        until = Math.min(until, end);
      }
    }
    return Recollection.of(new Value.Int(count), until);
  }

  private Recollection estimate(long now) {
    UltraLogLog all = UltraLogLog.create(REGISTERS_LOG);
    UltraLogLog whole = UltraLogLog.create(REGISTERS_LOG);
    long until = Long.MAX_VALUE;
    for (Sketch each : sketches) {
      if (end(each.last) > now) {
        all.add(each.values);
        boolean frays = end(each.first) <= now;
        until = Math.min(until, end(frays ? each.last : each.first));
        if (!frays) {
          whole.add(each.values);
        }
      }
    }
    double least = whole.getDistinctCountEstimate() * (1 - ERROR);
    double most = all.getDistinctCountEstimate() * (1 + ERROR);
    return new Recollection(
        new Value.Int((long) Math.floor(least)), new Value.Int((long) Math.ceil(most)), until);
  }

  @Override
  void write(DataOutput out) throws IOException {
    out.writeInt(instants.size());
    for (Map.Entry<Long, Long> each : instants.entrySet()) {
      out.writeLong(each.getKey());
      out.writeLong(each.getValue());
    }
    out.writeInt(sketches.size());
    for (Sketch each : sketches) {
      out.writeLong(each.first);
      out.writeLong(each.last);
      out.write(each.values.getState());
    }
  }

  @Override
  void read(DataInput in) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      instants.put(in.readLong(), in.readLong());
    }
    byte[] registers = new byte[1 << REGISTERS_LOG];
    for (int left = in.readInt(); left > 0; left--) {
      Sketch sketch = new Sketch(in.readLong());
      sketch.last = in.readLong();
      in.readFully(registers);
      sketch.values.add(UltraLogLog.wrap(registers.clone()));
      sketches.addLast(sketch);
    }
  }

  @Override
  boolean wouldChange(List<Value> values, long now) {
    Long at = instants.get(hash(values.get(0)));
    return at == null || end(at) <= now;
  }

  @Override
  int weight() {
    return sketches.isEmpty() ? 1 : SKETCHED_WEIGHT;
  }
}
