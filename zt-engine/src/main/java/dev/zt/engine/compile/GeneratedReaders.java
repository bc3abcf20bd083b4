package dev.zt.engine.compile;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import dev.zt.engine.facts.RecordQuestions;
import dev.zt.engine.facts.RecordReader;
import dev.zt.engine.facts.RecordReaders;
import java.lang.invoke.MethodHandles;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Generates a reader for each record class: one straight method in which the JIT knows every
 * getter, every reader and every question, so that a component is read where it is asked.
 */
final class GeneratedReaders implements RecordReaders {
  private static final MethodHandles.Lookup HERE = MethodHandles.lookup();

  /** More components would make the method larger than the JIT compiles. */
  private static final int MOST_COMPONENTS = 100;

  private static final String READER = Type.getInternalName(RecordReader.class);
  private static final String SELF = "dev/zt/engine/compile/Reader";

  @Override
  public @Nullable RecordReader of(RecordQuestions questions) {
    if (questions.components().size() > MOST_COMPONENTS) {
      return null;
    }
    try {
      return define(questions);
    } catch (ReflectiveOperationException | RuntimeException | LinkageError refused) {
      return null;
    }
  }

  private static RecordReader define(RecordQuestions questions)
      throws ReflectiveOperationException {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
    writer.visit(V17, ACC_FINAL | ACC_SUPER, SELF, null, READER, null);
    ClassConstants constants = new ClassConstants(writer, SELF);
    new ReaderWriter(writer, constants, questions).write();
    constructor(writer);
    constants.initializer();
    writer.visitEnd();
    MethodHandles.Lookup hidden =
        HERE.defineHiddenClassWithClassData(writer.toByteArray(), constants.data(), true);
    return (RecordReader) hidden.lookupClass().getDeclaredConstructor().newInstance();
  }

  private static void constructor(ClassWriter writer) {
    MethodVisitor code = writer.visitMethod(0, "<init>", "()V", null, null);
    code.visitCode();
    code.visitVarInsn(ALOAD, 0);
    code.visitMethodInsn(INVOKESPECIAL, READER, "<init>", "()V", false);
    code.visitInsn(RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }
}
