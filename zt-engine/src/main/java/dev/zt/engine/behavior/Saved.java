package dev.zt.engine.behavior;

import dev.zt.policy.value.Value;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one behavior has come to, as bytes. */
final class Saved {
  private final byte[] bytes;

  Saved(byte[] bytes) {
    this.bytes = bytes;
  }

  int length() {
    return bytes.length;
  }

  void writeTo(DataOutput out) throws IOException {
    out.write(bytes);
  }

  static Saved of(List<Shelf> shelves) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      Gap gap = null;
      int entries = 0;
      for (Shelf each : shelves) {
        gap = Gap.later(gap, each.gap());
        entries += each.size();
      }
      out.writeBoolean(gap != null);
      if (gap != null) {
        gap.save(out);
      }
      out.writeInt(entries);
      for (Shelf each : shelves) {
        for (Tally tally = each.first(); tally != null; tally = tally.later) {
          writeKey(out, tally.key());
          tally.save(out);
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new Saved(bytes.toByteArray());
  }

  private static void writeKey(DataOutput out, Object key) throws IOException {
    List<Value> parts = JointKey.parts(key);
    out.writeInt(parts.size());
    for (Value each : parts) {
      ValueCodec.write(out, each);
    }
  }

  /** Tells a shelf what was missing. */
  void spoil(Shelf shelf) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readBoolean()) {
        shelf.spoil(Gap.load(in));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** By key what was kept, in the order in which it was added to last. */
  Map<Object, Tally> entries(Recipe recipe) {
    record Entry(Object key, Tally tally) {}
    List<Entry> all = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readBoolean()) {
        Gap.load(in);
      }
      for (int left = in.readInt(); left > 0; left--) {
        List<Value> key = new ArrayList<>();
        for (int parts = in.readInt(); parts > 0; parts--) {
          key.add(ValueCodec.read(in));
        }
        Tally tally = recipe.tally();
        tally.load(in);
        all.add(new Entry(JointKey.of(key), tally));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    all.sort(Comparator.comparingLong(each -> each.tally.newest()));
    Map<Object, Tally> entries = new LinkedHashMap<>();
    all.forEach(each -> entries.put(each.key, each.tally));
    return entries;
  }
}
