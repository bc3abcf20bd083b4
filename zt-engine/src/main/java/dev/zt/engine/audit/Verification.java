package dev.zt.engine.audit;

import org.jspecify.annotations.Nullable;

/**
 * What a log is worth.
 *
 * @param records how many records are in order, from the first one that is still there
 * @param last the number of the last of them; 0 when there is none
 * @param seal the hash of the last of them: kept elsewhere, it shows whether the end of the log was
 *     cut off
 * @param firstBroken the first record that is not what was written; null when all are
 */
public record Verification(long records, long last, String seal, @Nullable Broken firstBroken) {
  /** Whether every record is what was written. */
  public boolean isSound() {
    return firstBroken == null;
  }

  /** What is wrong with a record. */
  public enum Fault {
    /** It, or the one before it, is not what was written. */
    CHANGED,
    /** It is not there. */
    MISSING,
    /** It was not written to its end. */
    TORN,
    /** The file that should begin with it does not say what it continues. */
    UNCONNECTED
  }

  /**
   * A record that is not what was written.
   *
   * @param number its number
   * @param file the file in which it is, or should be
   * @param line its line in that file, from 1
   */
  public record Broken(long number, Fault fault, String file, int line) {
    @Override
    public String toString() {
      return "record " + number + " " + fault + " (" + file + ":" + line + ")";
    }
  }
}
