package dev.zt.engine.facts;

import dev.zt.policy.value.Reading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The questions about two readings of one request, for one type of subject and of resource. */
final class Pairs {
  private final int words;
  private final List<Asked> asked;

  private Pairs(int words, List<Asked> asked) {
    this.words = words;
    this.asked = asked;
  }

  /** A question whose readings are both to be found in requests of these types. */
  private record Asked(int number, Place left, Place right, PairQuestion question) {}

  /** Where a reading is in a request. */
  private interface Place {
    /** The reading; null where the request does not give it. */
    @Nullable Reading of(BoundRequest request);
  }

  static Pairs of(
      List<Questions.OfPair> all,
      int words,
      EntityShape subject,
      EntityShape resource,
      Layout layout) {
    List<Asked> asked = new ArrayList<>();
    for (int number = 0; number < all.size(); number++) {
      Questions.OfPair pair = all.get(number);
      Place left = place(pair.left(), subject, resource, layout);
      Place right = place(pair.right(), subject, resource, layout);
      if (left != null && right != null) {
        asked.add(new Asked(number, left, right, pair.question()));
      }
    }
    return new Pairs(words, List.copyOf(asked));
  }

  private static @Nullable Place place(
      Source source, EntityShape subject, EntityShape resource, Layout layout) {
    if (source instanceof Source.Subject) {
      return BoundRequest::subject;
    }
    if (source instanceof Source.Resource) {
      return BoundRequest::resource;
    }
    if (source instanceof Source.OfSubject of) {
      int slot = subject.shape().slot(of.field());
      return slot < 0 ? null : request -> request.ofSubject(slot);
    }
    if (source instanceof Source.OfResource of) {
      int slot = resource.shape().slot(of.field());
      return slot < 0 ? null : request -> request.ofResource(slot);
    }
    if (source instanceof Source.OfAction of) {
      int slot = layout.actionSlot(of.field());
      return slot < 0 ? null : request -> request.actionSlots()[slot];
    }
    Source.OfSignal of = (Source.OfSignal) source;
    int number = layout.signal(of.signal());
    int slot = number < 0 ? -1 : layout.signalSlot(number, of.field());
    return slot < 0 ? null : request -> request.ofSignal(number, slot);
  }

  /** Adds the answers to the words of a request from there on; none where a reading is missing. */
  void answer(BoundRequest request, int from, long[] into) {
    for (Asked each : asked) {
      Reading left = each.left.of(request);
      Reading right = each.right.of(request);
      if (left != null && right != null) {
        int answer = each.question.answer(left, right);
        if (answer != Question.UNKNOWN) {
          int kind = answer == Question.YES ? 0 : words;
          into[from + kind + (each.number >> 6)] |= 1L << each.number;
        }
      }
    }
  }
}
