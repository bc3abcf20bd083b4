package dev.zt.engine.compile;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.LALOAD;
import static org.objectweb.asm.Opcodes.LAND;
import static org.objectweb.asm.Opcodes.LCONST_0;
import static org.objectweb.asm.Opcodes.LCONST_1;
import static org.objectweb.asm.Opcodes.LLOAD;
import static org.objectweb.asm.Opcodes.LOR;
import static org.objectweb.asm.Opcodes.LSTORE;
import static org.objectweb.asm.Opcodes.LUSHR;
import static org.objectweb.asm.Opcodes.LXOR;

import dev.zt.engine.facts.Layout;
import dev.zt.policy.Expr;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/**
 * Writes formulas all of whose tests are bits without a jump: many tests that nobody can foresee
 * cost less than one jump that goes another way than the processor thought.
 */
final class BitWriter {
  private final MethodVisitor code;
  private final Layout layout;
  private final ConditionWriter locals;

  BitWriter(MethodVisitor code, Layout layout, ConditionWriter locals) {
    this.code = code;
    this.layout = layout;
    this.locals = locals;
  }

  /**
   * The local variables of what a formula came to, each 0 or 1.
   *
   * @param yes whether it is true
   * @param no whether it is false
   * @param open whether a store may know where it is neither
   */
  record Truth(int yes, int no, boolean open) {
    Truth negated() {
      return new Truth(no, yes, open);
    }
  }

  /** Whether all tests of a formula are bits. */
  static boolean knows(Formula formula, Layout layout) {
    if (formula instanceof Formula.Connective connective) {
      for (Formula part : connective.parts()) {
        if (!knows(part, layout)) {
          return false;
        }
      }
      return true;
    }
    if (formula instanceof Formula.Shared shared) {
      return knows(shared.body(), layout);
    }
    return formula instanceof Formula.Test test
        && !test.timed()
        && (ShortcutLeaves.isOwnType(test.expr()) || Bit.of(test.expr(), layout) != null);
  }

  /** Writes a formula that it knows. */
  Truth write(Formula formula) {
    if (formula instanceof Formula.Shared shared) {
      Truth truth = write(shared.body());
      return shared.positive() ? truth : truth.negated();
    }
    if (formula instanceof Formula.Connective connective) {
      return connective(connective);
    }
    Formula.Test test = (Formula.Test) formula;
    Truth truth =
        ShortcutLeaves.isOwnType(test.expr())
            ? ownType((Expr.IsType) test.expr())
            : bit(test.expr());
    return test.positive() ? truth : truth.negated();
  }

  private Truth bit(Expr test) {
    Bit bit = Bit.of(test, layout);
    if (bit == null) {
      throw new IllegalArgumentException("no bit answers " + test);
    }
    return new Truth(
        load(bit.yesWord(), bit.number()), load(bit.noWord(), bit.number()), bit.open());
  }

  /** The type of the subject or of the resource, which is always known. */
  private Truth ownType(Expr.IsType is) {
    int yes = locals.newLong();
    Label same = new Label();
    Label next = new Label();
    ShortcutLeaves.jumpIfOwnType(code, is, layout, same);
    code.visitInsn(LCONST_0);
    code.visitJumpInsn(GOTO, next);
    code.visitLabel(same);
    code.visitInsn(LCONST_1);
    code.visitLabel(next);
    code.visitVarInsn(LSTORE, yes);
    int no = locals.newLong();
    code.visitVarInsn(LLOAD, yes);
    code.visitInsn(LCONST_1);
    code.visitInsn(LXOR);
    code.visitVarInsn(LSTORE, no);
    return new Truth(yes, no, false);
  }

  private int load(int word, int number) {
    int local = locals.newLong();
    code.visitVarInsn(ALOAD, ShortcutLeaves.WORDS);
    code.visitLdcInsn(word);
    code.visitInsn(LALOAD);
    code.visitLdcInsn(number);
    code.visitInsn(LUSHR);
    code.visitLdcInsn(1L);
    code.visitInsn(LAND);
    code.visitVarInsn(LSTORE, local);
    return local;
  }

  private Truth connective(Formula.Connective connective) {
    @Nullable Truth all = null;
    for (Formula part : connective.parts()) {
      Truth next = write(part);
      if (all == null) {
        all = next;
      } else {
        int intoYes = connective.every() ? LAND : LOR;
        int intoNo = connective.every() ? LOR : LAND;
        all =
            new Truth(
                both(all.yes(), next.yes(), intoYes),
                both(all.no(), next.no(), intoNo),
                all.open() || next.open());
      }
    }
    if (all == null) {
      throw new IllegalArgumentException("a connective has parts");
    }
    return all;
  }

  private int both(int one, int other, int operation) {
    int local = locals.newLong();
    code.visitVarInsn(LLOAD, one);
    code.visitVarInsn(LLOAD, other);
    code.visitInsn(operation);
    code.visitVarInsn(LSTORE, local);
    return local;
  }
}
