package dev.zt.engine.facts;

import dev.zt.Request;
import dev.zt.policy.value.Reading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The questions about two readings of one request, for one type of subject and of resource. The
 * readings are brought together before: those of the subject, of the resource, then of the signals.
 */
final class Pairs {
  private static final @Nullable Reading[] NO_ROOM = {};

  private final Layout layout;
  private final EntityShape subject;
  private final EntityShape resource;
  private final int words;
  private final int resourceFrom;
  private final int[] signalsFrom;
  private final int room;
  private final Asked[] asked;

  Pairs(
      List<Questions.OfPair> all,
      int words,
      EntityShape subject,
      EntityShape resource,
      Layout layout) {
    this.layout = layout;
    this.subject = subject;
    this.resource = resource;
    this.words = words;
    this.resourceFrom = subject.records().keptSlots().length;
    this.signalsFrom = new int[layout.signals()];
    int end = resourceFrom + resource.records().keptSlots().length;
    for (int signal = 0; signal < signalsFrom.length; signal++) {
      signalsFrom[signal] = end;
      end += layout.signalShape(signal).records().keptSlots().length;
    }
    this.room = end;
    this.asked = asked(all);
  }

  /** A question whose readings are both to be found in requests of these types. */
  private record Asked(int number, Place left, Place right, PairQuestion question) {}

  /** Where a reading is. */
  private interface Place {
    /** The reading; null where the request does not give it. */
    @Nullable Reading of(Request asked, Action action, @Nullable Reading[] readings);
  }

  private Asked[] asked(List<Questions.OfPair> all) {
    List<Asked> found = new ArrayList<>();
    for (int number = 0; number < all.size(); number++) {
      Questions.OfPair pair = all.get(number);
      Place left = place(pair.left());
      Place right = place(pair.right());
      if (left != null && right != null) {
        found.add(new Asked(number, left, right, pair.question()));
      }
    }
    return found.toArray(Asked[]::new);
  }

  private @Nullable Place place(Source source) {
    if (source instanceof Source.Subject) {
      return (asked, action, readings) -> subject.reference(asked.subject());
    }
    if (source instanceof Source.Resource) {
      return (asked, action, readings) -> resource.reference(asked.resource());
    }
    if (source instanceof Source.OfSubject of) {
      int slot = subject.shape().slot(of.field());
      return slot < 0 ? null : brought(subject.records().keptAt(slot));
    }
    if (source instanceof Source.OfResource of) {
      int slot = resource.shape().slot(of.field());
      return slot < 0 ? null : brought(resourceFrom + resource.records().keptAt(slot));
    }
    if (source instanceof Source.OfAction of) {
      int slot = layout.actionSlot(of.field());
      return slot < 0 ? null : (asked, action, readings) -> action.slots()[slot];
    }
    Source.OfSignal of = (Source.OfSignal) source;
    int number = layout.signal(of.signal());
    int slot = number < 0 ? -1 : layout.signalSlot(number, of.field());
    return slot < 0
        ? null
        : brought(signalsFrom[number] + layout.signalShape(number).records().keptAt(slot));
  }

  private static Place brought(int at) {
    return (asked, action, readings) -> readings[at];
  }

  /** Room for the readings of one request. */
  @Nullable Reading[] room() {
    return room == 0 ? NO_ROOM : new @Nullable Reading[room];
  }

  /** Where the readings of the resource begin; those of the subject begin at 0. */
  int resourceFrom() {
    return resourceFrom;
  }

  /** Where the readings of a signal begin. */
  int signalFrom(int number) {
    return signalsFrom[number];
  }

  /** Adds the answers to the words of a request from there on; none where a reading is missing. */
  void answer(Request request, Action action, @Nullable Reading[] readings, int from, long[] into) {
    for (Asked each : asked) {
      Reading left = each.left.of(request, action, readings);
      Reading right = each.right.of(request, action, readings);
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
