package dev.zt.engine.audit;

import dev.zt.engine.audit.Verification.Broken;
import dev.zt.engine.audit.Verification.Fault;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Follows the chain through one file. */
final class FileScan {
  private final String file;
  private final byte[] content;
  private final MessageDigest digest = Seal.digest();
  private @Nullable Head head;
  private long records;
  private int line;
  private int end;
  private @Nullable Broken broken;

  private FileScan(String file, byte[] content, @Nullable Head before) {
    this.file = file;
    this.content = content;
    this.head = before;
  }

  /**
   * Reads a file as far as it is in order.
   *
   * @param before how far the chain had come before it; null to believe what its first line says
   */
  static FileScan of(String file, byte[] content, @Nullable Head before) {
    FileScan scan = new FileScan(file, content, before);
    scan.run();
    return scan;
  }

  private void run() {
    byte[] first = next();
    if (first == null) {
      broken = new Broken(expected(), Fault.TORN, file, 1);
      return;
    }
    Head said = Head.read(first);
    Seal seal = Seal.of(first);
    if (said == null
        || seal == null
        || !seal.fits(digest, said.hash(), first)
        || (head != null && !head.equals(said))) {
      broken = new Broken(expected(), Fault.UNCONNECTED, file, 1);
      return;
    }
    head = said;
    end += first.length;
    while (end < content.length && broken == null) {
      follow(said);
    }
  }

  private void follow(Head start) {
    Head before = head == null ? start : head;
    byte[] text = next();
    Seal seal = text == null ? null : Seal.of(text);
    if (text == null) {
      broken = new Broken(before.number() + 1, Fault.TORN, file, line);
    } else if (seal == null) {
      broken = new Broken(before.number() + 1, Fault.CHANGED, file, line);
    } else if (seal.number() != before.number() + 1) {
      Fault fault = seal.number() > before.number() ? Fault.MISSING : Fault.CHANGED;
      broken = new Broken(before.number() + 1, fault, file, line);
    } else if (!seal.fits(digest, before.hash(), text)) {
      broken = new Broken(seal.number(), Fault.CHANGED, file, line);
    } else {
      head = new Head(seal.number(), seal.hash());
      records++;
      end += text.length;
    }
  }

  /** The next line with its line break; null when it has none. */
  private byte @Nullable [] next() {
    line++;
    for (int i = end; i < content.length; i++) {
      if (content[i] == '\n') {
        return Arrays.copyOfRange(content, end, i + 1);
      }
    }
    return null;
  }

  private long expected() {
    Head before = head;
    return before == null ? 1 : before.number() + 1;
  }

  /** How far the chain has come at the end of what is in order; null when nothing is. */
  @Nullable Head head() {
    return head;
  }

  long records() {
    return records;
  }

  /** The length of what is in order. */
  int end() {
    return end;
  }

  @Nullable Broken broken() {
    return broken;
  }

  /** Whether what follows what is in order was never finished: no line in it has a seal. */
  boolean endsTorn() {
    return broken != null && lastSealBehind() == null;
  }

  /** The last seal in what is not in order; null when there is none. */
  @Nullable Seal lastSealBehind() {
    Seal last = null;
    int from = end;
    for (int i = end; i < content.length; i++) {
      if (content[i] == '\n') {
        Seal seal = Seal.of(Arrays.copyOfRange(content, from, i + 1));
        last = seal == null ? last : seal;
        from = i + 1;
      }
    }
    return last;
  }
}
