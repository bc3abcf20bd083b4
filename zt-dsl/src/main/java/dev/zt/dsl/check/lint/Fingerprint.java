package dev.zt.dsl.check.lint;

import java.util.Collection;

/**
 * A hash of 128 bits, by which things are told apart that are not kept. It holds against chance and
 * not against an adversary: whoever writes policies can mislead a warning about them anyway.
 */
record Fingerprint(long high, long low) implements Comparable<Fingerprint> {

  @Override
  public int compareTo(Fingerprint other) {
    int order = Long.compare(low, other.low);
    return order != 0 ? order : Long.compare(high, other.high);
  }

  /** Of parts in their order, of one kind, and a text. */
  static Fingerprint of(String kind, Collection<Fingerprint> parts, String text) {
    Mix mix = new Mix();
    mix.add(kind);
    mix.add(parts.size());
    for (Fingerprint part : parts) {
      mix.add(part.high);
      mix.add(part.low);
    }
    mix.add(text);
    return mix.result();
  }

  /** Two chains of 64 bits with the finalizers of SplitMix64 (variant 13) and MurmurHash3. */
  private static final class Mix {
    private long high = 0x9E37_79B9_7F4A_7C15L;
    private long low = 0xD1B5_4A32_D192_ED03L;

    void add(String text) {
      add(text.length());
      for (int at = 0; at < text.length(); at += 4) {
        long four = 0;
        for (int each = at; each < Math.min(text.length(), at + 4); each++) {
          four = four << 16 | text.charAt(each);
        }
        add(four);
      }
    }

    void add(long word) {
      high = (high ^ word) * 0xBF58_476D_1CE4_E5B9L;
      high = (high ^ high >>> 27) * 0x94D0_49BB_1331_11EBL;
      high ^= high >>> 31;
      low = (low + word) * 0xFF51_AFD7_ED55_8CCDL;
      low = (low ^ low >>> 33) * 0xC4CE_B9FE_1A85_EC53L;
      low ^= low >>> 33;
    }

    Fingerprint result() {
      return new Fingerprint(high, low);
    }
  }
}
