package dev.zt.engine.behavior;

import dev.zt.engine.facts.Memory.Recollection;
import dev.zt.policy.value.Value;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values themselves, with the instant of each, the one that came longest ago first. */
class ValuesTally extends Tally {
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
  final void add(List<Value> values, long at) {
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
  final Recollection read(List<Value> present, long now) {
    List<Map.Entry<Value, Long>> inWindow =
        instants.entrySet().stream().filter(each -> end(each.getValue()) > now).toList();
    return Recollection.of(
        result(inWindow.stream().map(Map.Entry::getKey).toList()),
        inWindow.isEmpty() ? Long.MAX_VALUE : end(inWindow.get(0).getValue()));
  }

  /** What is said of the values in the window. */
  Value result(List<Value> values) {
    return Value.SetOf.of(values);
  }

  @Override
  final boolean wouldChange(List<Value> values, long now) {
    Long at = instants.get(values.get(0));
    return at == null || end(at) <= now;
  }
}
