package dev.zt.test.mutation;

import dev.zt.policy.CompareOp;

/** Comparisons that differ in little. */
final class Bounds {
  private Bounds() {}

  static boolean isByOrder(CompareOp op) {
    return op != CompareOp.EQ && op != CompareOp.NE;
  }

  /** The comparison that holds exactly when this one does not. */
  static CompareOp opposite(CompareOp op) {
    return switch (op) {
      case EQ -> CompareOp.NE;
      case NE -> CompareOp.EQ;
      case LT -> CompareOp.GE;
      case LE -> CompareOp.GT;
      case GT -> CompareOp.LE;
      case GE -> CompareOp.LT;
    };
  }

  /** The comparison by order that says otherwise of equal operands alone. */
  static CompareOp swapped(CompareOp op) {
    return switch (op) {
      case EQ -> CompareOp.EQ;
      case NE -> CompareOp.NE;
      case LT -> CompareOp.LE;
      case LE -> CompareOp.LT;
      case GT -> CompareOp.GE;
      case GE -> CompareOp.GT;
    };
  }

  /** The comparison of that sign. */
  static CompareOp of(String sign) {
    for (CompareOp op : CompareOp.values()) {
      if (op.toString().equals(sign)) {
        return op;
      }
    }
    throw new IllegalArgumentException(sign);
  }
}
