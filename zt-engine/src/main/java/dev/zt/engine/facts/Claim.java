package dev.zt.engine.facts;

import dev.zt.Bound;

/** What became of a request when it was read under a layout, before anything else is asked. */
public abstract sealed class Claim extends Bound permits BoundRequest, Claim.Refused {
  Claim(Layout layout) {
    super(layout);
  }

  final Layout layout() {
    return (Layout) boundTo();
  }

  /** It cannot be judged. */
  public static final class Refused extends Claim {
    private final Binding.Undeclared cause;

    Refused(Layout layout, Binding.Undeclared cause) {
      super(layout);
      this.cause = cause;
    }

    /** Why not. */
    public Binding.Undeclared cause() {
      return cause;
    }
  }
}
