package dev.zt.engine.compile;

import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.ICONST_0;
import static org.objectweb.asm.Opcodes.ICONST_1;
import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.IFNE;
import static org.objectweb.asm.Opcodes.IF_ICMPEQ;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.ISTORE;
import static org.objectweb.asm.Opcodes.LADD;
import static org.objectweb.asm.Opcodes.LLOAD;
import static org.objectweb.asm.Opcodes.LSTORE;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Writes formulas as jumps: to one label when true, to one when false, to one when unknown. Where
 * the third is one of the others, unknown costs nothing.
 *
 * <p>A timed formula also leaves in a local variable until when it stands; for one that stands for
 * ever no such variable is given.
 */
final class ConditionWriter {
  /** No local variable: the formula is timeless. */
  static final int NONE = -1;

  /** A connective of more tests leaves its larger parts to methods of their own. */
  private static final int LARGE = 48;

  private static final int SMALL = 4;
  private static final String TESTS = Type.getInternalName(Tests.class);

  private final MethodVisitor code;
  private final Leaves leaves;
  private int locals;

  /**
   * A writer of formulas.
   *
   * @param leaves how what formulas are made of is found out
   * @param locals the first free local variable
   */
  ConditionWriter(MethodVisitor code, Leaves leaves, int locals) {
    this.code = code;
    this.leaves = leaves;
    this.locals = locals;
  }

  /** How what formulas are made of is found out. Each leaves in a local variable until when. */
  interface Leaves {
    /** Goes where a test says. */
    void test(Formula.Test test, Exits exits, int until, ConditionWriter writer);

    /** Goes where a shared condition says, which may be known already. */
    void shared(Formula.Shared shared, Exits exits, int until, ConditionWriter writer);

    /** Goes where a larger part of something large says. */
    void apart(Formula part, Exits exits, int until, ConditionWriter writer);
  }

  /** The labels to jump to, of which {@code next} comes right after. */
  record Exits(Label yes, Label no, Label unknown, Label next) {
    Exits negated() {
      return new Exits(no, yes, unknown, next);
    }
  }

  int newInt() {
    return locals++;
  }

  int newLong() {
    locals += 2;
    return locals - 2;
  }

  /**
   * Writes a formula.
   *
   * @param until the local variable for until when it stands, or {@link #NONE} if it is timeless
   */
  void write(Formula formula, Exits exits, int until) {
    if (formula instanceof Formula.Constant constant) {
      stand(Frame.EVER, until);
      go(constant.value() ? exits.yes() : exits.no(), exits.next());
    } else if (formula instanceof Formula.Test test) {
      leaves.test(test, test.positive() ? exits : exits.negated(), until, this);
    } else if (formula instanceof Formula.Shared shared) {
      leaves.shared(shared, shared.positive() ? exits : exits.negated(), until, this);
    } else if (formula instanceof Formula.Score score) {
      score(score, until);
      branchTo(score.positive() ? exits : exits.negated());
    } else {
      connective((Formula.Connective) formula, exits, until);
    }
  }

  /** Leaves the truth on the stack: each unknown term widens the score to an interval. */
  private void score(Formula.Score score, int until) {
    int least = newLong();
    int most = newLong();
    number(0, least);
    number(0, most);
    stand(Frame.EVER, until);
    for (Formula.Score.Term term : score.terms()) {
      Label yes = new Label();
      Label no = new Label();
      Label unknown = new Label();
      int own = term.condition().timed() ? newLong() : NONE;
      part(term.condition(), new Exits(yes, no, unknown, yes), own, score.size() > LARGE);
      code.visitLabel(yes);
      add(term.weight(), least);
      add(term.weight(), most);
      code.visitJumpInsn(GOTO, no);
      code.visitLabel(unknown);
      add(term.weight(), term.weight() < 0 ? least : most);
      code.visitLabel(no);
      if (own != NONE) {
        outermost("min", until, own);
      }
    }
    code.visitVarInsn(LLOAD, least);
    code.visitVarInsn(LLOAD, most);
    code.visitLdcInsn(Tests.signs(score.op()));
    code.visitLdcInsn(score.threshold());
    code.visitMethodInsn(INVOKESTATIC, TESTS, "score", "(JJIJ)I", false);
  }

  private void number(long value, int local) {
    code.visitLdcInsn(value);
    code.visitVarInsn(LSTORE, local);
  }

  private void add(long weight, int local) {
    code.visitVarInsn(LLOAD, local);
    code.visitLdcInsn(weight);
    code.visitInsn(LADD);
    code.visitVarInsn(LSTORE, local);
  }

  /** Goes where the truth on the stack says. */
  void branchTo(Exits exits) {
    int truth = newInt();
    code.visitVarInsn(ISTORE, truth);
    code.visitVarInsn(ILOAD, truth);
    code.visitJumpInsn(IFEQ, exits.no());
    if (exits.unknown() != exits.yes()) {
      code.visitVarInsn(ILOAD, truth);
      code.visitInsn(ICONST_1);
      code.visitJumpInsn(IF_ICMPEQ, exits.yes());
    }
    go(exits.unknown(), exits.next());
  }

  /** Keeps until when something stands, if that is asked. */
  void stand(long end, int until) {
    if (until != NONE) {
      code.visitLdcInsn(end);
      code.visitVarInsn(LSTORE, until);
    }
  }

  /** Goes to a label that may come next anyway. */
  void go(Label to, Label next) {
    if (to != next) {
      code.visitJumpInsn(GOTO, to);
    }
  }

  /**
   * An operand is decisive when it settles the connective alone: false under an and, true under an
   * or. A settled one stands until the last of its decisive operands can change, any other until
   * its first operand can.
   */
  private void connective(Formula.Connective connective, Exits exits, int until) {
    Label decisive = connective.every() ? exits.no() : exits.yes();
    Label otherwise = connective.every() ? exits.yes() : exits.no();
    Label unknown = exits.unknown();
    boolean notes = unknown != decisive && unknown != otherwise;
    int seen = notes || connective.timed() ? newInt() : NONE;
    if (seen != NONE) {
      code.visitInsn(ICONST_0);
      code.visitVarInsn(ISTORE, seen);
    }
    Label settledForEver = until == NONE ? decisive : new Label();
    int timedFrom = timedFrom(connective);
    boolean mayStop = !connective.timed();
    for (int at = 0; at < timedFrom; at++) {
      Label next = new Label();
      Label note = new Label();
      Label onUnknown =
          seen != NONE ? note : mayStop && unknown == decisive ? settledForEver : next;
      operand(connective, at, settledForEver, next, onUnknown, seen == NONE ? next : note, NONE);
      note(seen, note, next);
    }
    if (connective.timed()) {
      timed(connective, timedFrom, decisive, seen, until);
    } else {
      stand(Frame.EVER, until);
    }
    if (seen != NONE) {
      code.visitVarInsn(ILOAD, seen);
      code.visitJumpInsn(IFNE, unknown);
    }
    if (settledForEver == decisive) {
      go(otherwise, exits.next());
    } else {
      code.visitJumpInsn(GOTO, otherwise);
      code.visitLabel(settledForEver);
      stand(Frame.EVER, until);
      go(decisive, exits.next());
    }
  }

  private static int timedFrom(Formula.Connective connective) {
    int from = 0;
    while (from < connective.parts().size() && !connective.parts().get(from).timed()) {
      from++;
    }
    return from;
  }

  /** The timed operands, all of them: until when the whole stands depends on each. */
  private void timed(Formula.Connective connective, int from, Label decisive, int seen, int until) {
    int operands = connective.parts().size();
    if (from == operands - 1) {
      Label next = new Label();
      Label note = new Label();
      operand(connective, from, decisive, next, note, note, until);
      note(seen, note, next);
      return;
    }
    int first = newLong();
    int last = newLong();
    int settled = newInt();
    stand(Frame.EVER, first);
    stand(Long.MIN_VALUE, last);
    code.visitInsn(ICONST_0);
    code.visitVarInsn(ISTORE, settled);
    for (int at = from; at < operands; at++) {
      int own = newLong();
      Label settles = new Label();
      Label passes = new Label();
      Label note = new Label();
      Label next = new Label();
      operand(connective, at, settles, passes, note, note, own);
      note(seen, note, passes);
      outermost("min", first, own);
      code.visitJumpInsn(GOTO, next);
      code.visitLabel(settles);
      outermost("max", last, own);
      code.visitInsn(ICONST_1);
      code.visitVarInsn(ISTORE, settled);
      code.visitLabel(next);
    }
    code.visitVarInsn(LLOAD, last);
    code.visitVarInsn(LSTORE, until);
    code.visitVarInsn(ILOAD, settled);
    code.visitJumpInsn(IFNE, decisive);
    code.visitVarInsn(LLOAD, first);
    code.visitVarInsn(LSTORE, until);
  }

  private void outermost(String which, int kept, int other) {
    code.visitVarInsn(LLOAD, kept);
    code.visitVarInsn(LLOAD, other);
    code.visitMethodInsn(INVOKESTATIC, "java/lang/Math", which, "(JJ)J", false);
    code.visitVarInsn(LSTORE, kept);
  }

  /** Takes note of an unknown operand and goes on. */
  private void note(int seen, Label note, Label next) {
    if (seen != NONE) {
      code.visitLabel(note);
      code.visitInsn(ICONST_1);
      code.visitVarInsn(ISTORE, seen);
    }
    code.visitLabel(next);
  }

  private void operand(
      Formula.Connective connective,
      int at,
      Label decisive,
      Label passes,
      Label unknown,
      Label next,
      int until) {
    Exits exits =
        connective.every()
            ? new Exits(passes, decisive, unknown, next)
            : new Exits(decisive, passes, unknown, next);
    part(connective.parts().get(at), exits, until, connective.size() > LARGE);
  }

  /** Writes a part; a larger one of something large has a method of its own. */
  private void part(Formula part, Exits exits, int until, boolean ofLarge) {
    if (ofLarge && part.size() > SMALL) {
      leaves.apart(part, exits, until, this);
    } else {
      write(part, exits, until);
    }
  }
}
