package dev.zt.engine.compile;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.ISTORE;
import static org.objectweb.asm.Opcodes.LSTORE;

import dev.zt.engine.compile.ConditionWriter.Exits;
import org.objectweb.asm.MethodVisitor;

/** The leaves of formulas where a {@link Frame} is the method's first local variable. */
record FrameLeaves(MethodVisitor code, ClassBuilder home) implements ConditionWriter.Leaves {
  private static final int FRAME = 0;

  @Override
  public void test(Formula.Test test, Exits exits, int until, ConditionWriter writer) {
    home.tests().write(code, test.expr());
    branch(exits, until, test.timed(), writer);
  }

  @Override
  public void shared(Formula.Shared shared, Exits exits, int until, ConditionWriter writer) {
    home.call(code, home.shared(shared));
    branch(exits, until, shared.timed(), writer);
  }

  @Override
  public void apart(Formula part, Exits exits, int until, ConditionWriter writer) {
    home.call(code, home.method(part));
    branch(exits, until, part.timed(), writer);
  }

  /** Goes where the truth on the stack says, and keeps until when it stands. */
  private void branch(Exits exits, int until, boolean timed, ConditionWriter writer) {
    int truth = writer.newInt();
    code.visitVarInsn(ISTORE, truth);
    if (timed) {
      code.visitVarInsn(ALOAD, FRAME);
      code.visitFieldInsn(GETFIELD, ClassBuilder.FRAME, "until", "J");
      code.visitVarInsn(LSTORE, until);
    } else {
      writer.stand(Frame.EVER, until);
    }
    code.visitVarInsn(ILOAD, truth);
    writer.branchTo(exits);
  }
}
