package dev.zt.engine.audit;

/** When a record counts as kept. */
public enum Durability {
  /**
   * Once it is in the queue. Written within some milliseconds and forced to the device every
   * second: a process that is killed loses what was still in the queue, a machine that loses its
   * power at most what was recorded since the last force.
   */
  BUFFERED,
  /**
   * Once it is forced to the device, together with whatever else waits: it survives a killed
   * process and lost power. A check takes as long as the device needs.
   */
  SYNCED
}
