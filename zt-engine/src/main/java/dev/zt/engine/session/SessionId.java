package dev.zt.engine.session;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** 128 bits that nobody guesses, written in 22 characters of base64url (RFC 4648). */
class SessionId {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 16;

  private final long high;
  private final long low;

  SessionId(long high, long low) {
    this.high = high;
    this.low = low;
  }

  static SessionId random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return read(bytes);
  }

  /** What a text names; null when it is none of these ids. */
  static @Nullable SessionId parse(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      if (bytes.length != BYTES) {
        return null;
      }
      SessionId id = read(bytes);
      return id.text().equals(text) ? id : null;
    } catch (IllegalArgumentException other) {
      return null;
    }
  }

  private static SessionId read(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new SessionId(buffer.getLong(), buffer.getLong());
  }

  final long high() {
    return high;
  }

  final long low() {
    return low;
  }

  final String text() {
    byte[] bytes = ByteBuffer.allocate(BYTES).putLong(high).putLong(low).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof SessionId that && high == that.high && low == that.low;
  }

  @Override
  public final int hashCode() {
    return Long.hashCode(high ^ low);
  }

  @Override
  public String toString() {
    return text();
  }
}
