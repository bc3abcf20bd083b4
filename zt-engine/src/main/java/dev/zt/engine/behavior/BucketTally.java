package dev.zt.engine.behavior;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Numbers in buckets, oldest first. A bucket begins with the first event in it and spans less than
 * {@code 1/60} of the window, so that there are at most 62 of them, and an event that is alone in
 * its bucket leaves exactly when it should. Of the oldest bucket some events may have left while
 * others have not: it frays, and the result lies between two numbers.
 */
abstract class BucketTally extends Tally {
  /** How many buckets of full length a window holds. */
  static final int BUCKETS = 60;

  private static final int FIRST = 0;
  private static final int LAST = 1;
  private static final int MEASURES = 2;
  private static final long[] EMPTY = {};

  private long[] cells = EMPTY;
  private int size;

  BucketTally(long over) {
    super(over);
  }

  /** How many numbers are kept of each bucket. */
  abstract int measures();

  final int size() {
    return size;
  }

  final long measure(int bucket, int measure) {
    return cells[at(bucket) + MEASURES + measure];
  }

  final void setMeasure(int bucket, int measure, long value) {
    cells[at(bucket) + MEASURES + measure] = value;
  }

  private long first(int bucket) {
    return cells[at(bucket) + FIRST];
  }

  private long last(int bucket) {
    return cells[at(bucket) + LAST];
  }

  private int at(int bucket) {
    return bucket * stride();
  }

  private int stride() {
    return MEASURES + measures();
  }

  /** The bucket that something happening now falls into; its numbers are 0 if it is a new one. */
  final int bucket(long now) {
    drop(oldest(now));
    if (size == 0 || now - first(size - 1) >= Math.max(1, over / BUCKETS)) {
      int needed = at(size + 1);
      if (needed > cells.length) {
        cells = Arrays.copyOf(cells, Math.max(needed, Math.min(at(2 * size), at(BUCKETS + 2))));
      }
      Arrays.fill(cells, at(size), needed, 0);
      cells[at(size) + FIRST] = now;
      size++;
    }
    cells[at(size - 1) + LAST] = now;
    return size - 1;
  }

  private void drop(int buckets) {
    if (buckets > 0) {
      System.arraycopy(cells, at(buckets), cells, 0, at(size - buckets));
      size -= buckets;
    }
  }

  /** The oldest bucket that is still in the window, in whole or in part. */
  final int oldest(long now) {
    int bucket = 0;
    while (bucket < size && end(last(bucket)) <= now) {
      bucket++;
    }
    return bucket;
  }

  /** Whether the oldest bucket has events that have left: never its last, surely its first. */
  final boolean frays(long now) {
    int oldest = oldest(now);
    return oldest < size && end(first(oldest)) <= now;
  }

  @Override
  void write(DataOutput out) throws IOException {
    out.writeInt(size);
    for (int i = 0; i < at(size); i++) {
      out.writeLong(cells[i]);
    }
  }

  @Override
  void read(DataInput in) throws IOException {
    size = in.readInt();
    cells = new long[at(size)];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = in.readLong();
    }
  }

  /** The next instant at which something leaves. */
  final long until(long now) {
    int oldest = oldest(now);
    if (oldest == size) {
      return Long.MAX_VALUE;
    }
    long fraying = end(first(oldest));
    return fraying > now ? fraying : end(last(oldest));
  }
}
