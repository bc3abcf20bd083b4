package dev.zt.engine.audit;

import dev.zt.AuditRecord;

/** Writes records as lines. For one thread. */
interface LineFormat {
  /**
   * The record on one line with its line break, in printable characters alone, with a seal that
   * holds zeros: {@link Seal#of} finds it.
   */
  byte[] line(AuditRecord record, long number);
}
