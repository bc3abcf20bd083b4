package dev.zt.engine.behavior;

import dev.zt.policy.value.Cidr;
import dev.zt.policy.value.InvalidText;
import dev.zt.policy.value.IpAddress;
import dev.zt.policy.value.SpiffeId;
import dev.zt.policy.value.Value;
import dev.zt.policy.value.Version;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Values that are kept as keys or by value, in a snapshot. */
final class ValueCodec {
  private static final byte BOOL = 0;
  private static final byte INT = 1;
  private static final byte TEXT = 2;
  private static final byte DECIMAL = 3;
  private static final byte DURATION = 4;
  private static final byte TIME = 5;
  private static final byte DISTANCE = 6;
  private static final byte SPEED = 7;
  private static final byte COUNTRY = 8;
  private static final byte POINT = 9;
  private static final byte CONSTANT = 10;
  private static final byte REFERENCE = 11;
  private static final byte VERSION = 12;
  private static final byte IP = 13;
  private static final byte CIDR = 14;
  private static final byte SPIFFE = 15;

  private ValueCodec() {}

  static void write(DataOutput out, Value value) throws IOException {
    if (value instanceof Value.Bool bool) {
      number(out, BOOL, bool.value() ? 1 : 0);
    } else if (value instanceof Value.Int number) {
      number(out, INT, number.value());
    } else if (value instanceof Value.Text text) {
      text(out, TEXT, text.value());
    } else if (value instanceof Value.Decimal decimal) {
      number(out, DECIMAL, decimal.units());
    } else if (value instanceof Value.Duration duration) {
      number(out, DURATION, duration.millis());
    } else if (value instanceof Value.Time time) {
      number(out, TIME, time.epochMillis());
    } else if (value instanceof Value.Distance distance) {
      number(out, DISTANCE, distance.units());
    } else if (value instanceof Value.Speed speed) {
      number(out, SPEED, speed.units());
    } else if (value instanceof Value.Country country) {
      text(out, COUNTRY, country.code());
    } else if (value instanceof Value.Point point) {
      out.writeByte(POINT);
      out.writeDouble(point.latitude());
      out.writeDouble(point.longitude());
    } else if (value instanceof Value.EnumConstant constant) {
      text(out, CONSTANT, constant.type());
      text(out, constant.name());
      out.writeInt(constant.ordinal());
    } else if (value instanceof Value.Ref reference) {
      text(out, REFERENCE, reference.type());
      text(out, reference.id());
    } else {
      typed(out, value);
    }
  }

  private static void typed(DataOutput out, Value value) throws IOException {
    if (value instanceof Version) {
      text(out, VERSION, value.toString());
    } else if (value instanceof IpAddress) {
      text(out, IP, value.toString());
    } else if (value instanceof Cidr) {
      text(out, CIDR, value.toString());
    } else if (value instanceof SpiffeId) {
      text(out, SPIFFE, value.toString());
    } else {
      throw new IllegalArgumentException("nothing is kept by " + value);
    }
  }

  static Value read(DataInput in) throws IOException {
    byte kind = in.readByte();
    try {
      return switch (kind) {
        case BOOL -> Value.Bool.of(in.readLong() != 0);
        case INT -> new Value.Int(in.readLong());
        case TEXT -> new Value.Text(text(in));
        case DECIMAL -> new Value.Decimal(in.readLong());
        case DURATION -> new Value.Duration(in.readLong());
        case TIME -> new Value.Time(in.readLong());
        case DISTANCE -> new Value.Distance(in.readLong());
        case SPEED -> new Value.Speed(in.readLong());
        case COUNTRY -> Value.Country.parse(text(in));
        case POINT -> Value.Point.of(in.readDouble(), in.readDouble());
        case CONSTANT -> new Value.EnumConstant(text(in), text(in), in.readInt());
        case REFERENCE -> new Value.Ref(text(in).intern(), text(in));
        case VERSION -> Version.parse(text(in));
        case IP -> IpAddress.parse(text(in));
        case CIDR -> Cidr.parse(text(in));
        case SPIFFE -> SpiffeId.parse(text(in));
        default -> throw new IOException("there is no kind of value " + kind);
      };
    } catch (InvalidText invalid) {
      throw new IOException(invalid);
    }
  }

  private static void number(DataOutput out, byte kind, long number) throws IOException {
    out.writeByte(kind);
    out.writeLong(number);
  }

  private static void text(DataOutput out, byte kind, String text) throws IOException {
    out.writeByte(kind);
    text(out, text);
  }

  /** Text of any length, unit by unit, so that half a surrogate pair is kept. */
  static void text(DataOutput out, String text) throws IOException {
    out.writeInt(text.length());
    out.writeChars(text);
  }

  static String text(DataInput in) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int length = in.readInt(); length > 0; length--) {
      text.append(in.readChar());
    }
    return text.toString();
  }
}
