package dev.zt.engine.behavior;

import dev.zt.engine.facts.Memory.Recollection;
import dev.zt.policy.value.Value;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;

/**
 * The greatest value. A value that a later one reaches is forgotten at once; the others, which are
 * in falling order, are kept to the accuracy of {@code 1/60} of the window.
 */
final class MaxTally extends Tally {
  private final ArrayDeque<Peak> peaks = new ArrayDeque<>();

  MaxTally(long over) {
    super(over);
  }

  /**
   * Values of nearly one time, the first of which is the greatest.
   *
   * @param most the first one
   * @param least the last one
   */
  private record Peak(long first, Value most, long last, Value least) {}

  @Override
  void add(List<Value> values, long at) {
    Value value = values.get(0);
    while (!peaks.isEmpty() && end(peaks.getFirst().last) <= at) {
      peaks.removeFirst();
    }
    while (!peaks.isEmpty() && compare(value, peaks.getLast().most) >= 0) {
      peaks.removeLast();
    }
    Peak latest = peaks.peekLast();
    if (latest == null || at - latest.first >= Math.max(1, over / BucketTally.BUCKETS)) {
      peaks.addLast(new Peak(at, value, at, value));
    } else {
      peaks.removeLast();
      peaks.addLast(new Peak(latest.first, latest.most, at, value));
    }
  }

  @Override
  Recollection read(List<Value> present, long now) {
    Iterator<Peak> inOrder = peaks.iterator();
    while (inOrder.hasNext()) {
      Peak peak = inOrder.next();
      if (end(peak.first) > now) {
        return Recollection.of(peak.most, end(peak.first));
      }
      if (end(peak.last) > now) {
        Value next = inOrder.hasNext() ? inOrder.next().most : peak.least;
        Value least = compare(next, peak.least) > 0 ? next : peak.least;
        return new Recollection(least, peak.most, end(peak.last));
      }
    }
    return NOTHING;
  }

  @Override
  boolean wouldChange(List<Value> values, long now) {
    return !(read(values, now).least() instanceof Value greatest)
        || compare(values.get(0), greatest) > 0;
  }

  @Override
  void write(DataOutput out) throws IOException {
    out.writeInt(peaks.size());
    for (Peak each : peaks) {
      out.writeLong(each.first);
      ValueCodec.write(out, each.most);
      out.writeLong(each.last);
      ValueCodec.write(out, each.least);
    }
  }

  @Override
  void read(DataInput in) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      peaks.addLast(
          new Peak(in.readLong(), ValueCodec.read(in), in.readLong(), ValueCodec.read(in)));
    }
  }

  @SuppressWarnings("unchecked") // the checker lets only values of one comparable type be ordered
  private static int compare(Value a, Value b) {
    return ((Comparable<Value>) a).compareTo(b);
  }
}
