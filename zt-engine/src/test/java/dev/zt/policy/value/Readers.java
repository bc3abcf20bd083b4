package dev.zt.policy.value;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Everything that reads typed text, by name. */
final class Readers {
  static final Map<String, Function<String, Object>> ALL = new TreeMap<>();

  static {
    ALL.put("cidr", Cidr::parse);
    ALL.put("country", Value.Country::parse);
    ALL.put("decimal", Value.Decimal::parse);
    ALL.put("distance", Value.Distance::parse);
    ALL.put("duration", Value.Duration::parse);
    ALL.put("glob", Glob::parse);
    ALL.put("ip", IpAddress::parse);
    ALL.put("schedule", Schedule::parse);
    ALL.put("speed", Value.Speed::parse);
    ALL.put("spiffe", SpiffeId::parse);
    ALL.put("spiffe pattern", SpiffePattern::parse);
    ALL.put("time", Value.Time::parse);
    ALL.put("time literal", Value.Time::parseLiteral);
    ALL.put("version", Version::parse);
  }

  private Readers() {}
}
