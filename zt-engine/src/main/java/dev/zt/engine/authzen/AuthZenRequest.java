package dev.zt.engine.authzen;

import dev.zt.Request;
import java.util.List;
import java.util.Objects;

/** What an AuthZEN request asks: one question, or several in a batch. Immutable. */
public sealed interface AuthZenRequest {

  /** The questions, in the order given; never empty. */
  List<Item> items();

  /** A question of a batch, or why it is none. */
  sealed interface Item {}

  /** One question. */
  record Evaluation(Request request) implements AuthZenRequest, Item {
    public Evaluation {
      Objects.requireNonNull(request, "request");
    }

    @Override
    public List<Item> items() {
      return List.of(this);
    }
  }

  /**
   * An element of a batch that is no question, such as one without a resource where none is given
   * for all. It is answered with a refusal that says so.
   */
  record Unreadable(AuthZenException reason) implements Item {
    public Unreadable {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * Several questions, with the defaults of the batch put in.
   *
   * @param semantic which of them are answered
   */
  record Evaluations(List<Item> items, Semantic semantic) implements AuthZenRequest {
    public Evaluations {
      items = List.copyOf(items);
      Objects.requireNonNull(semantic, "semantic");
      if (items.isEmpty()) {
        throw new IllegalArgumentException("a batch needs at least one element");
      }
    }
  }

  /** Which questions of a batch are answered: the values of {@code evaluations_semantic}. */
  enum Semantic {
    /** All of them. */
    EXECUTE_ALL,
    /** One after another, up to and with the first refusal. */
    DENY_ON_FIRST_DENY,
    /** One after another, up to and with the first that is granted. */
    PERMIT_ON_FIRST_PERMIT
  }
}
