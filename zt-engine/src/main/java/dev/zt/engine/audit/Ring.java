package dev.zt.engine.audit;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A bounded queue for many producers and one consumer. Nobody takes a lock, and a producer never
 * wakes the consumer: whoever adds something pays for two writes to memory.
 */
final class Ring<E> {
  private final AtomicReferenceArray<@Nullable E> slots;
  private final int mask;
  private final AtomicLong tail = new AtomicLong();
  private volatile long head;

  /**
   * An empty queue.
   *
   * @param capacity rounded up to a power of two
   */
  Ring(int capacity) {
    int size = Integer.highestOneBit(Math.max(2, capacity) * 2 - 1);
    slots = new AtomicReferenceArray<>(size);
    mask = size - 1;
  }

  /** Adds an element; false when there is no room. */
  boolean offer(E element) {
    long at;
    do {
      at = tail.get();
      if (at - head > mask) {
        return false;
      }
    } while (!tail.compareAndSet(at, at + 1));
    slots.setRelease((int) at & mask, element);
    return true;
  }

  /** The next element, or null. For the one consumer. */
  @Nullable E poll() {
    long at = head;
    int slot = (int) at & mask;
    E element = slots.getAcquire(slot);
    if (element != null) {
      slots.setRelease(slot, null);
      advance(at + 1);
    }
    return element;
  }

  private void advance(long to) {
    head = to;
  }

  /** How many elements wait. */
  int size() {
    return (int) Math.max(0, tail.get() - head);
  }
}
