package dev.zt.policy.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pattern for SPIFFE ids: an id in whose path a segment may be {@code *}, exactly one segment, or
 * {@code **}, any number of them, also none.
 *
 * <p>A wildcard is a whole segment, and the trust domain has none. Matching takes time at most
 * proportional to the product of the two numbers of segments.
 */
public final class SpiffePattern {
  private static final String KIND = "SPIFFE pattern";
  private static final String ONE = "*";
  private static final String ANY = "**";

  private final String text;
  private final String trustDomain;
  private final List<String> segments;

  private SpiffePattern(String text, String trustDomain, List<String> segments) {
    this.text = text;
    this.trustDomain = trustDomain;
    this.segments = segments;
  }

  /**
   * Reads a pattern.
   *
   * @throws InvalidText when the text is not one
   */
  public static SpiffePattern parse(String text) {
    int pathStart = SpiffeText.pathStart(text, KIND);
    List<String> segments = SpiffeText.segments(text, pathStart, KIND);
    for (String segment : segments) {
      if (segment.equals(ONE) || segment.equals(ANY)) {
        continue;
      }
      if (segment.indexOf('*') >= 0) {
        throw SpiffeText.invalid(text, KIND, "a wildcard is a whole segment of the path");
      }
      SpiffeText.checkSegment(segment, text, KIND);
    }
    return new SpiffePattern(text, SpiffeText.trustDomain(text, pathStart), segments);
  }

  /** Whether the whole id matches. */
  public boolean matches(SpiffeId id) {
    return trustDomain.equals(id.trustDomain()) && matchesPath(id.segments());
  }

  private boolean matchesPath(List<String> path) {
    int token = 0;
    int at = 0;
    int anyToken = -1;
    int anyEnd = 0;
    while (at < path.size()) {
      String wanted = token < segments.size() ? segments.get(token) : null;
      if (ANY.equals(wanted)) {
        anyToken = token++;
        anyEnd = at;
      } else if (ONE.equals(wanted) || path.get(at).equals(wanted)) {
        token++;
        at++;
      } else if (anyToken >= 0) {
        // Only the last `**` needs to grow: whatever an earlier one could take in, this one can.
        at = ++anyEnd;
        token = anyToken + 1;
      } else {
        return false;
      }
    }
    while (token < segments.size() && segments.get(token).equals(ANY)) {
      token++;
    }
    return token == segments.size();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SpiffePattern that && text.equals(that.text);
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
