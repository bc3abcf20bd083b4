package dev.zt.policy.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A workload's identity: {@code spiffe://} trust domain and path.
 *
 * <p>Read by the rules of the SPIFFE ID standard §2 (SPIFFE-ID.md): scheme in lower case, a trust
 * domain of lower-case letters, digits and {@code . - _} of at most 255 bytes, path segments of
 * letters, digits and {@code . - _} that are neither empty nor {@code .} nor {@code ..}, no user,
 * port, query, fragment, percent encoding or trailing slash, at most 2,048 bytes in all. The path
 * may be empty. Compared by character.
 */
public final class SpiffeId implements Value, Comparable<SpiffeId> {
  private static final String KIND = "SPIFFE id";

  private final String text;
  private final String trustDomain;
  private final List<String> segments;

  private SpiffeId(String text, String trustDomain, List<String> segments) {
    this.text = text;
    this.trustDomain = trustDomain;
    this.segments = segments;
  }

  /**
   * Reads a SPIFFE id.
   *
   * @throws InvalidText when the text is not one
   */
  public static SpiffeId parse(String text) {
    int pathStart = SpiffeText.pathStart(text, KIND);
    List<String> segments = SpiffeText.segments(text, pathStart, KIND);
    segments.forEach(segment -> SpiffeText.checkSegment(segment, text, KIND));
    return new SpiffeId(text, SpiffeText.trustDomain(text, pathStart), segments);
  }

  /** The name after the scheme, such as {@code acme.example}. */
  public String trustDomain() {
    return trustDomain;
  }

  /** The parts of the path between its slashes; none when the path is empty. */
  public List<String> segments() {
    return segments;
  }

  @Override
  public int compareTo(SpiffeId other) {
    return text.compareTo(other.text);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SpiffeId that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
