package dev.zt.engine.compile;

import dev.zt.engine.facts.Grants.Tenure;

/**
 * Whether the subject holds an active grant for the resource.
 *
 * @param elevation the id of the elevation
 */
record GrantTest(String elevation) {
  /** The truth, which leaves in the frame until when it stands. */
  int judge(Frame frame) {
    Tenure tenure = frame.tenure(elevation);
    frame.until = tenure.until();
    return tenure.active() ? Frame.TRUE : Frame.FALSE;
  }
}
