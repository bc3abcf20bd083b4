package dev.zt;

/** Which step of the decision denied. */
public enum DenyCause {
  /** The subject's type, the resource's type or the action is not declared. */
  UNDECLARED,
  /** A forbid applies, or is not certain not to. */
  FORBIDDEN,
  /** Nothing permits: the default. */
  NOT_PERMITTED,
  /** A requirement is unmet and says deny. */
  REQUIREMENT_UNMET,
  /** A restriction asks for an obligation that the application does not carry out. */
  OBLIGATION_NOT_ENFORCED,
  /** Access would have been given, and no record of it could be kept. */
  NOT_RECORDED,
  /** The session that the request is made in was closed or revoked, or never was. */
  SESSION_ENDED
}
