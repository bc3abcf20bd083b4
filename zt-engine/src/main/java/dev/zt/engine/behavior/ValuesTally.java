package dev.zt.engine.behavior;

import dev.zt.engine.facts.Memory.Recollection;
import dev.zt.policy.value.Value;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values themselves, with the instant of each, the one that came longest ago first. */
final class ValuesTally extends Tally {
  private final LinkedHashMap<Value, Long> instants = new LinkedHashMap<>(4);
  private final int most;

  /**
   * An empty one.
   *
   * @param most how many values are kept
   */
  ValuesTally(long over, int most) {
    super(over);
    this.most = most;
  }

  @Override
  void add(List<Value> values, long at) {
    Value value = values.get(0);
    instants.remove(value);
    Iterator<Map.Entry<Value, Long>> eldest = instants.entrySet().iterator();
    while (eldest.hasNext()) {
      long end = end(eldest.next().getValue());
      if (end > at && instants.size() < most) {
        break;
      }
      eldest.remove();
      if (end > at) {
        spoil(new Gap(end, Gap.Kind.CROWDED));
      }
    }
    instants.put(value, at);
  }

  @Override
  Recollection read(List<Value> present, long now) {
    List<Map.Entry<Value, Long>> inWindow =
        instants.entrySet().stream().filter(each -> end(each.getValue()) > now).toList();
    return Recollection.of(
        Value.SetOf.of(inWindow.stream().map(Map.Entry::getKey).toList()),
        inWindow.isEmpty() ? Long.MAX_VALUE : end(inWindow.get(0).getValue()));
  }

  @Override
  void write(DataOutput out) throws IOException {
    out.writeInt(instants.size());
    for (Map.Entry<Value, Long> each : instants.entrySet()) {
      ValueCodec.write(out, each.getKey());
      out.writeLong(each.getValue());
    }
  }

  @Override
  void read(DataInput in) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      instants.put(ValueCodec.read(in), in.readLong());
    }
  }

  @Override
  boolean wouldChange(List<Value> values, long now) {
    Long at = instants.get(values.get(0));
    return at == null || end(at) <= now;
  }
}
