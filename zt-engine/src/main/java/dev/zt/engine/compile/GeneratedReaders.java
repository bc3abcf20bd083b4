package dev.zt.engine.compile;

import static org.objectweb.asm.Opcodes.AASTORE;
import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PROTECTED;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.ICONST_0;
import static org.objectweb.asm.Opcodes.ICONST_1;
import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.IFNULL;
import static org.objectweb.asm.Opcodes.INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import dev.zt.engine.facts.ComponentReader;
import dev.zt.engine.facts.NameBits;
import dev.zt.engine.facts.Question;
import dev.zt.engine.facts.RecordQuestions;
import dev.zt.engine.facts.RecordReader;
import dev.zt.engine.facts.RecordReaders;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
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
  private static final String READING = ValueWriter.READING;
  private static final String COMPONENT = Type.getInternalName(ComponentReader.class);

  private static final int SOURCE = 1;
  private static final int ANSWERS = 2;
  private static final int KEPT = 3;
  private static final int GIVEN = 4;
  private static final int FOUND = 5;

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
    answerMethod(writer, constants, questions);
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

  private static void answerMethod(
      ClassWriter writer, ClassConstants constants, RecordQuestions questions) {
    MethodVisitor code =
        writer.visitMethod(
            ACC_PROTECTED | ACC_FINAL,
            "answer",
            "(Ljava/lang/Record;[J[" + READING + ")Z",
            null,
            new String[] {"java/lang/Throwable"});
    code.visitCode();
    Label useless = new Label();
    for (RecordQuestions.Component component : questions.components()) {
      component(code, constants, component, questions.words(), useless);
    }
    code.visitInsn(ICONST_1);
    code.visitInsn(IRETURN);
    code.visitLabel(useless);
    code.visitInsn(ICONST_0);
    code.visitInsn(IRETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private static void component(
      MethodVisitor code,
      ClassConstants constants,
      RecordQuestions.Component component,
      int words,
      Label useless) {
    constants.put(code, component.getter(), MethodHandle.class);
    code.visitVarInsn(ALOAD, SOURCE);
    code.visitMethodInsn(
        INVOKEVIRTUAL,
        "java/lang/invoke/MethodHandle",
        "invokeExact",
        "(Ljava/lang/Record;)Ljava/lang/Object;",
        false);
    code.visitVarInsn(ASTORE, GIVEN);
    RecordQuestions.Names names = component.names();
    if (names != null) {
      names(code, constants, component, names, useless);
    }
    if (names == null || component.kept() >= 0 || !component.asked().isEmpty()) {
      reading(code, constants, component, words, useless);
    }
  }

  private static void names(
      MethodVisitor code,
      ClassConstants constants,
      RecordQuestions.Component component,
      RecordQuestions.Names names,
      Label useless) {
    code.visitVarInsn(ALOAD, GIVEN);
    constants.put(code, component.reader(), ComponentReader.class);
    constants.put(code, names.bits(), NameBits.class);
    code.visitLdcInsn(names.from());
    code.visitVarInsn(ALOAD, ANSWERS);
    String bits = Type.getDescriptor(NameBits.class);
    String descriptor = "(Ljava/lang/Object;L" + COMPONENT + ";" + bits + "I[J)Z";
    code.visitMethodInsn(INVOKESTATIC, READER, "names", descriptor, false);
    code.visitJumpInsn(IFEQ, useless);
  }

  private static void reading(
      MethodVisitor code,
      ClassConstants constants,
      RecordQuestions.Component component,
      int words,
      Label useless) {
    constants.put(code, component.reader(), ComponentReader.class);
    code.visitVarInsn(ALOAD, GIVEN);
    String read = "(Ljava/lang/Object;)" + READING;
    code.visitMethodInsn(INVOKEINTERFACE, COMPONENT, "read", read, true);
    code.visitVarInsn(ASTORE, FOUND);
    code.visitVarInsn(ALOAD, FOUND);
    code.visitJumpInsn(IFNULL, useless);
    for (RecordQuestions.Asked asked : component.asked()) {
      constants.put(code, asked.question(), Question.class);
      code.visitVarInsn(ALOAD, FOUND);
      code.visitLdcInsn(asked.number());
      code.visitLdcInsn(words);
      code.visitVarInsn(ALOAD, ANSWERS);
      String ask = "(" + Type.getDescriptor(Question.class) + READING + "II[J)V";
      code.visitMethodInsn(INVOKESTATIC, READER, "ask", ask, false);
    }
    if (component.time() >= 0) {
      code.visitVarInsn(ALOAD, FOUND);
      code.visitLdcInsn(component.time());
      code.visitVarInsn(ALOAD, ANSWERS);
      code.visitMethodInsn(INVOKESTATIC, READER, "time", "(" + READING + "I[J)V", false);
    }
    if (component.kept() >= 0) {
      code.visitVarInsn(ALOAD, KEPT);
      code.visitLdcInsn(component.kept());
      code.visitVarInsn(ALOAD, FOUND);
      code.visitInsn(AASTORE);
    }
  }
}
