package dev.zt.engine.compile;

import dev.zt.policy.value.Value;
import java.util.Collection;

/** Countries as bits: no two codes of two capital letters have one hash, which texts keep. */
final class CountrySet {
  private static final int FIRST = "AA".hashCode();
  private static final int LAST = "ZZ".hashCode();

  private final long[] bits = new long[(LAST - FIRST) / Long.SIZE + 1];

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
    return country.code().hashCode() - FIRST;
  }
}
