package dev.zt.engine.compile;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.IFGE;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.ISTORE;

import dev.zt.engine.facts.BoundRequest;
import dev.zt.engine.facts.Surroundings;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** Writes the method that finds the one rule of a small block that is true, for a shortcut. */
final class SoleWriter {
  /** The parameters are where a shortcut has them, so that it can share its leaves. */
  static final String DESCRIPTOR =
      Type.getMethodDescriptor(
          Type.INT_TYPE,
          Type.getType(Code.class),
          Type.getType(BoundRequest.class),
          Type.getType(Surroundings.class));

  private static final int MOST_RULES = 4;
  private static final int MOST_TESTS = 16;

  private final MethodVisitor code;
  private final ConditionWriter conditions;
  private final Label leave = new Label();
  private final int sole;

  SoleWriter(MethodVisitor code, ClassBuilder home, Vocabulary vocabulary) {
    this.code = code;
    this.conditions =
        new ConditionWriter(
            code, new ShortcutLeaves(code, home, vocabulary, leave), ShortcutLeaves.FIRST_FREE);
    this.sole = conditions.newInt();
  }

  /** Whether it can write rules: few, of few tests, which time does not change. */
  static boolean knows(List<Provision> rules, Vocabulary vocabulary) {
    if (rules.size() > MOST_RULES) {
      return false;
    }
    int tests = 0;
    for (Provision rule : rules) {
      tests += rule.formula().size();
      if (rule.formula().timed() || !ShortcutLeaves.know(rule.formula(), vocabulary)) {
        return false;
      }
    }
    return tests <= MOST_TESTS;
  }

  /** Writes the method for rules that it knows. */
  void write(List<Provision> rules) {
    code.visitVarInsn(ALOAD, ShortcutLeaves.REQUEST);
    code.visitMethodInsn(INVOKEVIRTUAL, DirectWriter.REQUEST, "words", "()[J", false);
    code.visitVarInsn(ASTORE, ShortcutLeaves.WORDS);
    code.visitLdcInsn(Block.NONE);
    code.visitVarInsn(ISTORE, sole);
    for (Provision rule : rules) {
      rule(rule);
    }
    code.visitVarInsn(ILOAD, sole);
    code.visitInsn(IRETURN);
    code.visitLabel(leave);
    code.visitLdcInsn(Block.SEVERAL);
    code.visitInsn(IRETURN);
  }

  private void rule(Provision rule) {
    Label yes = new Label();
    Label no = new Label();
    conditions.write(
        rule.formula(), new ConditionWriter.Exits(yes, no, leave, yes), ConditionWriter.NONE);
    code.visitLabel(yes);
    code.visitVarInsn(ILOAD, sole);
    code.visitJumpInsn(IFGE, leave);
    code.visitLdcInsn(rule.number());
    code.visitVarInsn(ISTORE, sole);
    code.visitLabel(no);
  }
}
