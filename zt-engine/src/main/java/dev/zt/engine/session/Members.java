package dev.zt.engine.session;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The members of a group when somebody gets round to them, so that changes until then are one. */
final class Members implements Iterator<LiveSession> {
  private final Group group;
  private @Nullable Iterator<LiveSession> members;

  Members(Group group) {
    this.group = group;
  }

  @Override
  public boolean hasNext() {
    return begun().hasNext();
  }

  @Override
  public LiveSession next() {
    return begun().next();
  }

  private Iterator<LiveSession> begun() {
    if (members == null) {
      members = group.reviewed().iterator();
    }
    return members;
  }
}
