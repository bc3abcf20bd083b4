package dev.zt.engine.behavior;

import dev.zt.engine.facts.Memory.Recollection;
import dev.zt.policy.value.Value;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The value of what happened last. */
final class LastTally extends Tally {
  private @Nullable Value value;
  private long at;

  LastTally(long over) {
    super(over);
  }

  @Override
  void add(List<Value> values, long instant) {
    value = values.get(0);
    at = instant;
  }

  @Override
  Recollection read(List<Value> present, long now) {
    Value last = value;
    return last == null || end(at) <= now ? NOTHING : Recollection.of(last, end(at));
  }

  @Override
  void write(DataOutput out) throws IOException {
    Value last = value;
    out.writeBoolean(last != null);
    if (last != null) {
      ValueCodec.write(out, last);
      out.writeLong(at);
    }
  }

  @Override
  void read(DataInput in) throws IOException {
    if (in.readBoolean()) {
      value = ValueCodec.read(in);
      at = in.readLong();
    }
  }

  @Override
  boolean wouldChange(List<Value> values, long now) {
    return !read(values, now).least().equals(values.get(0));
  }
}
