package dev.zt.engine.facts;

import dev.zt.policy.Type;
import dev.zt.policy.value.Cidr;
import dev.zt.policy.value.InvalidText;
import dev.zt.policy.value.IpAddress;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Schedule;
import dev.zt.policy.value.SpiffeId;
import dev.zt.policy.value.Value;
import dev.zt.policy.value.Version;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads values of a type that is made of no other: as text, or as what Java has for it. */
final class ScalarReader implements ValueReader {
  private final Type.Scalar type;

  ScalarReader(Type.Scalar type) {
    this.type = type;
  }

  @Override
  public Reading read(@Nullable Object given, Allowance allowance) {
    return switch (type) {
      case BOOL -> bool(given);
      case INT -> Numbers.integer(given);
      case DECIMAL -> Numbers.decimal(given);
      case STRING -> Texts.string(given, allowance);
      case DURATION ->
          given instanceof Duration duration ? Times.duration(duration) : text(given, allowance);
      case TIME -> {
        Instant instant = Times.instant(given);
        yield instant == null ? text(given, allowance) : Times.time(instant);
      }
      case IP -> text(given instanceof InetAddress it ? it.getHostAddress() : given, allowance);
      case SPIFFE -> text(given instanceof URI uri ? uri.toString() : given, allowance);
      case POINT -> Points.read(given);
      case DISTANCE, SPEED, VERSION, CIDR, COUNTRY, SCHEDULE -> text(given, allowance);
    };
  }

  @Override
  public @Nullable Function<Object, @Nullable Reading> plain(Class<?> javaType) {
    return switch (type) {
      case BOOL -> javaType == Boolean.class ? given -> Value.Bool.of((Boolean) given) : null;
      case INT -> Numbers.WHOLE.contains(javaType) ? given -> Numbers.whole((Number) given) : null;
      case STRING -> javaType == String.class ? given -> Texts.plain((String) given) : null;
      case TIME -> javaType == Instant.class ? given -> Times.time((Instant) given) : null;
      case DISTANCE -> ofText(javaType, Value.Distance::parse);
      case SPEED -> ofText(javaType, Value.Speed::parse);
      case VERSION -> ofText(javaType, Version::parse);
      case IP -> ofText(javaType, IpAddress::parse);
      case CIDR -> ofText(javaType, Cidr::parse);
      case COUNTRY -> ofText(javaType, Value.Country::parse);
      case SCHEDULE -> ofText(javaType, Schedule::parse);
      case DECIMAL, DURATION, POINT, SPIFFE -> null;
    };
  }

  private static @Nullable Function<Object, @Nullable Reading> ofText(
      Class<?> javaType, Function<String, ? extends Value> parser) {
    return javaType == String.class ? Texts.shortly(parser) : null;
  }

  private static Reading bool(@Nullable Object given) {
    if (given == null) {
      return Unusable.NULL;
    }
    return given instanceof Boolean truth
        ? Value.Bool.of(truth)
        : Unusable.mistyped(given, "a bool");
  }

  private Reading text(@Nullable Object given, Allowance allowance) {
    return given instanceof String text && Texts.isCovered(text, allowance)
        ? parsed(text)
        : Texts.read(given, expected(), allowance, this::parsed);
  }

  private Reading parsed(String text) {
    try {
      return value(text);
    } catch (InvalidText invalid) {
      return Texts.refused(invalid);
    }
  }

  /** What is written in a text; an address is never looked up by name, one with a zone is none. */
  private Value value(String text) {
    return switch (type) {
      case DURATION -> Value.Duration.parse(text);
      case TIME -> Value.Time.parse(text);
      case DISTANCE -> Value.Distance.parse(text);
      case SPEED -> Value.Speed.parse(text);
      case VERSION -> Version.parse(text);
      case IP -> IpAddress.parse(text);
      case CIDR -> Cidr.parse(text);
      case COUNTRY -> Value.Country.parse(text);
      case SCHEDULE -> Schedule.parse(text);
      case SPIFFE -> SpiffeId.parse(text);
      case BOOL, INT, DECIMAL, STRING, POINT ->
          throw new IllegalStateException(type + " is not written as text");
    };
  }

  private String expected() {
    return switch (type) {
      case DURATION -> "a duration";
      case TIME -> "a time";
      case DISTANCE -> "a distance";
      case SPEED -> "a speed";
      case VERSION -> "a version";
      case IP -> "an ip address";
      case CIDR -> "a cidr";
      case COUNTRY -> "a country";
      case SCHEDULE -> "a schedule";
      case SPIFFE -> "a SPIFFE id";
      case BOOL, INT, DECIMAL, STRING, POINT -> type.toString();
    };
  }
}
