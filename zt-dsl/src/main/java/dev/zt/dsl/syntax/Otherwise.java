package dev.zt.dsl.syntax;

import dev.zt.dsl.source.Span;
import java.util.List;

/** What an unmet {@code require} asks for, from the word {@code else}. */
public sealed interface Otherwise {
  /** The whole text. */
  Span span();

  /** {@code else deny}. */
  record Deny(Span span) implements Otherwise {}

  /** {@code else challenge a, b}: all of them. */
  record ChallengeAll(List<Call> challenges, Span span) implements Otherwise {
    public ChallengeAll {
      challenges = List.copyOf(challenges);
    }
  }

  /** {@code else challenge one of a, b}. */
  record ChallengeOneOf(List<Call> challenges, Span span) implements Otherwise {
    public ChallengeOneOf {
      challenges = List.copyOf(challenges);
    }
  }

  /** {@code else restrict a, b}. */
  record Restrict(List<Call> obligations, Span span) implements Otherwise {
    public Restrict {
      obligations = List.copyOf(obligations);
    }
  }
}
