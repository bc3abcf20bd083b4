package dev.zt.engine.elevation;

import dev.zt.EntityRef;
import dev.zt.Grant;
import dev.zt.Grant.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps that a grant may take from one state to the next. */
final class Steps {
  private Steps() {}

  /** With one more approval; the same grant when this approver has approved it already. */
  static Grant voted(Grant grant, EntityRef approver, Instant time) {
    if (grant.approvals().stream().anyMatch(each -> each.approver().equals(approver))) {
      return grant;
    }
    List<Grant.Approval> approvals = new ArrayList<>(grant.approvals());
    approvals.add(new Grant.Approval(approver, time));
    return next(grant, State.PENDING, approvals, grant.start(), null, null);
  }

  /**
   * Approved. One that was asked for a later time ends when it would have ended, however late it is
   * approved.
   */
  static Grant approved(Grant grant, Instant time) {
    Instant wanted = grant.start();
    Instant start = wanted == null || wanted.isBefore(time) ? time : wanted;
    Instant end = (wanted == null ? time : wanted).plus(grant.duration());
    return next(grant, State.APPROVED, grant.approvals(), start, end, null);
  }

  /** Ended, in a final state. */
  static Grant ended(Grant grant, State state, Grant.@Nullable Ending ending) {
    return next(grant, state, grant.approvals(), grant.start(), grant.end(), ending);
  }

  private static Grant next(
      Grant grant,
      State state,
      List<Grant.Approval> approvals,
      @Nullable Instant start,
      @Nullable Instant end,
      Grant.@Nullable Ending ending) {
    return new Grant(
        grant.id(),
        grant.elevation(),
        grant.subject(),
        grant.resourceType(),
        grant.resourceId(),
        grant.duration(),
        grant.reason(),
        grant.asked(),
        state,
        approvals,
        start,
        end,
        ending);
  }
}
