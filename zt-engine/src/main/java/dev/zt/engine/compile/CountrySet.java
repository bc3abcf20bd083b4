package dev.zt.engine.compile;

import dev.zt.policy.value.Value;
import java.util.Collection;

/** Countries as bits: their codes are two letters. */
final class CountrySet {
  private static final int LETTERS = 26;

  private final long[] bits = new long[(LETTERS * LETTERS + Long.SIZE - 1) / Long.SIZE];

  private CountrySet() {}

  static CountrySet of(Collection<Value> countries) {
    CountrySet set = new CountrySet();
    for (Value country : countries) {
      int place = place((Value.Country) country);
      set.bits[place >> 6] |= 1L << place;
    }
    return set;
  }

  boolean has(Value.Country country) {
    int place = place(country);
    return (bits[place >> 6] >>> place & 1) != 0;
  }

  private static int place(Value.Country country) {
    String code = country.code();
    return (code.charAt(0) - 'A') * LETTERS + code.charAt(1) - 'A';
  }
}
