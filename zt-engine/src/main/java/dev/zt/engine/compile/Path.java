package dev.zt.engine.compile;

import dev.zt.engine.facts.BoundRequest;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import org.jspecify.annotations.Nullable;

/** What an index reads: something that time does not change. Equal paths read the same. */
sealed interface Path {
  /** What is read of a request; null or an {@code Absent} when it is unknown. */
  @Nullable Reading read(Frame frame);

  /** The value; null when it is unknown or none. */
  default @Nullable Value value(Frame frame) {
    return read(frame) instanceof Value value && value != Value.NONE ? value : null;
  }

  /** Whether nobody but the request can give it, so that what is not given is missing. */
  default boolean isOfRequestAlone() {
    return false;
  }

  /** What a request itself gives; null where it does not, though a store may. */
  @Nullable Reading read(BoundRequest request);

  /** The value that a request itself gives; null when it does not, or it is none. */
  default @Nullable Value given(BoundRequest request) {
    return read(request) instanceof Value value && value != Value.NONE ? value : null;
  }

  /** Who asks. */
  record Subject() implements Path {
    @Override
    public Reading read(Frame frame) {
      return frame.subject();
    }

    @Override
    public Reading read(BoundRequest request) {
      return request.subject();
    }
  }

  /** What is asked for. */
  record Resource() implements Path {
    @Override
    public Reading read(Frame frame) {
      return frame.resource();
    }

    @Override
    public Reading read(BoundRequest request) {
      return request.resource();
    }
  }

  /** A field of the subject. */
  record OfSubject(EntityField field) implements Path {
    @Override
    public @Nullable Reading read(Frame frame) {
      return frame.subject(field);
    }

    @Override
    public @Nullable Reading read(BoundRequest request) {
      return Standing.subject(request, field);
    }
  }

  /** A field of the resource. */
  record OfResource(EntityField field) implements Path {
    @Override
    public @Nullable Reading read(Frame frame) {
      return frame.resource(field);
    }

    @Override
    public @Nullable Reading read(BoundRequest request) {
      return Standing.resource(request, field);
    }
  }

  /** A field of what another path leads to. */
  record Field(Path target, EntityField field) implements Path {
    @Override
    public @Nullable Reading read(Frame frame) {
      return frame.field(target.read(frame), field);
    }

    @Override
    public @Nullable Reading read(BoundRequest request) {
      return null;
    }
  }

  /** A field of a signal that does not go stale. */
  record OfSignal(int number, int slot) implements Path {
    @Override
    public boolean isOfRequestAlone() {
      return true;
    }

    @Override
    public @Nullable Reading read(Frame frame) {
      return frame.signal(number, slot);
    }

    @Override
    public @Nullable Reading read(BoundRequest request) {
      return Standing.signal(request, number, slot);
    }
  }

  /** A field of the action. */
  record OfAction(int slot) implements Path {
    @Override
    public boolean isOfRequestAlone() {
      return true;
    }

    @Override
    public @Nullable Reading read(Frame frame) {
      return frame.action(slot);
    }

    @Override
    public @Nullable Reading read(BoundRequest request) {
      return Standing.action(request, slot);
    }
  }
}
