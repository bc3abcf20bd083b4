package dev.zt.engine.compile;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;

import dev.zt.policy.Expr;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** Writes single tests. What has no form of its own is left to the reference. */
final class TestWriter {
  private static final String JUDGE =
      Type.getMethodDescriptor(Type.INT_TYPE, Type.getType(Expr.class));

  private final ClassBuilder home;

  TestWriter(ClassBuilder home) {
    this.home = home;
  }

  /** Leaves the truth of a test on the stack, and until when in the frame if it is timed. */
  void write(MethodVisitor code, Expr test) {
    code.visitVarInsn(ALOAD, 0);
    home.constant(code, test, Expr.class);
    code.visitMethodInsn(INVOKEVIRTUAL, ClassBuilder.FRAME, "judge", JUDGE, false);
  }
}
