package dev.zt.engine.compile;

import static org.objectweb.asm.Opcodes.AASTORE;
import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PROTECTED;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.DUP2;
import static org.objectweb.asm.Opcodes.IADD;
import static org.objectweb.asm.Opcodes.ICONST_0;
import static org.objectweb.asm.Opcodes.ICONST_1;
import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.IFNULL;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.ISTORE;
import static org.objectweb.asm.Opcodes.LALOAD;
import static org.objectweb.asm.Opcodes.LASTORE;
import static org.objectweb.asm.Opcodes.LLOAD;
import static org.objectweb.asm.Opcodes.LOR;
import static org.objectweb.asm.Opcodes.LSTORE;

import dev.zt.engine.facts.ComponentReader;
import dev.zt.engine.facts.NameBits;
import dev.zt.engine.facts.Question;
import dev.zt.engine.facts.RecordQuestions;
import dev.zt.engine.facts.RecordReader;
import java.lang.invoke.MethodHandle;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Writes the method that answers for the records of one class. It collects the answers in local
 * variables and puts them down when everything was of use.
 */
final class ReaderWriter {
  private static final String READER = Type.getInternalName(RecordReader.class);
  private static final String READING = ValueWriter.READING;
  private static final String COMPONENT = Type.getInternalName(ComponentReader.class);
  private static final String QUESTION = Type.getInternalName(Question.class);

  private static final int SOURCE = 1;
  private static final int WORDS = 2;
  private static final int FROM = 3;
  private static final int NAMES = 4;
  private static final int KEPT = 5;
  private static final int KEPT_FROM = 6;
  private static final int GIVEN = 7;
  private static final int FOUND = 8;
  private static final int ANSWER = 9;
  private static final int FIRST_WORD = 10;

  private final MethodVisitor code;
  private final ClassConstants constants;
  private final RecordQuestions questions;
  private final Label useless = new Label();

  ReaderWriter(ClassWriter writer, ClassConstants constants, RecordQuestions questions) {
    this.code =
        writer.visitMethod(
            ACC_PROTECTED | ACC_FINAL,
            "answer",
            "(Ljava/lang/Record;[JII[" + READING + "I)Z",
            null,
            new String[] {"java/lang/Throwable"});
    this.constants = constants;
    this.questions = questions;
  }

  void write() {
    code.visitCode();
    long[] unanswered = questions.unanswered();
    for (int word = 0; word < unanswered.length; word++) {
      code.visitLdcInsn(unanswered[word]);
      code.visitVarInsn(LSTORE, word(word));
    }
    int time = word(unanswered.length);
    for (RecordQuestions.Component component : questions.components()) {
      component(component, time);
      time += component.time() < 0 ? 0 : 2;
    }
    for (int word = 0; word < unanswered.length; word++) {
      if (unanswered[word] != 0 || isAsked(word)) {
        put(word);
      }
    }
    time = word(unanswered.length);
    for (RecordQuestions.Component component : questions.components()) {
      if (component.time() >= 0) {
        place(component.time());
        code.visitVarInsn(LLOAD, time);
        code.visitInsn(LASTORE);
        time += 2;
      }
    }
    code.visitInsn(ICONST_1);
    code.visitInsn(IRETURN);
    code.visitLabel(useless);
    code.visitInsn(ICONST_0);
    code.visitInsn(IRETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private static int word(int number) {
    return FIRST_WORD + 2 * number;
  }

  /** Whether a question has its answer in a word. */
  private boolean isAsked(int word) {
    return questions.components().stream()
        .flatMap(component -> component.asked().stream())
        .anyMatch(asked -> asked.number() >> 6 == word % questions.words());
  }

  private void put(int word) {
    place(word);
    code.visitInsn(DUP2);
    code.visitInsn(LALOAD);
    code.visitVarInsn(LLOAD, word(word));
    code.visitInsn(LOR);
    code.visitInsn(LASTORE);
  }

  private void place(int word) {
    code.visitVarInsn(ALOAD, WORDS);
    code.visitVarInsn(ILOAD, FROM);
    code.visitLdcInsn(word);
    code.visitInsn(IADD);
  }

  private void component(RecordQuestions.Component component, int time) {
    constants.put(code, component.getter(), MethodHandle.class);
    code.visitVarInsn(ALOAD, SOURCE);
    code.visitMethodInsn(
        INVOKEVIRTUAL,
        "java/lang/invoke/MethodHandle",
        "invokeExact",
        component.getter().type().toMethodDescriptorString(),
        false);
    Class<?> given = component.getter().type().returnType();
    if (given == boolean.class) {
      own("bool", "(Z)" + READING);
    } else if (given == long.class) {
      own("whole", "(J)" + READING);
    } else {
      code.visitVarInsn(ASTORE, GIVEN);
      RecordQuestions.Names names = component.names();
      if (names != null) {
        names(component, names);
        if (component.kept() < 0 && component.asked().isEmpty()) {
          return;
        }
      }
      constants.put(code, component.reader(), ComponentReader.class);
      code.visitVarInsn(ALOAD, GIVEN);
      String read = "(Ljava/lang/Object;)" + READING;
      code.visitMethodInsn(INVOKEINTERFACE, COMPONENT, "read", read, true);
    }
    code.visitVarInsn(ASTORE, FOUND);
    if (given == Object.class) {
      code.visitVarInsn(ALOAD, FOUND);
      code.visitJumpInsn(IFNULL, useless);
    }
    found(component, time);
  }

  private void names(RecordQuestions.Component component, RecordQuestions.Names names) {
    code.visitVarInsn(ALOAD, GIVEN);
    constants.put(code, component.reader(), ComponentReader.class);
    constants.put(code, names.bits(), NameBits.class);
    code.visitVarInsn(ILOAD, NAMES);
    code.visitLdcInsn(names.from());
    code.visitVarInsn(ALOAD, WORDS);
    String bits = Type.getDescriptor(NameBits.class);
    own("names", "(Ljava/lang/Object;L" + COMPONENT + ";" + bits + "II[J)Z");
    code.visitJumpInsn(IFEQ, useless);
  }

  private void found(RecordQuestions.Component component, int time) {
    for (RecordQuestions.Asked asked : component.asked()) {
      constants.put(code, asked.question(), Question.class);
      code.visitVarInsn(ALOAD, FOUND);
      code.visitMethodInsn(INVOKEINTERFACE, QUESTION, "answer", "(" + READING + ")I", true);
      code.visitVarInsn(ISTORE, ANSWER);
      int word = asked.number() >> 6;
      add("yes", asked, word);
      add("no", asked, questions.words() + word);
    }
    if (component.time() >= 0) {
      code.visitVarInsn(ALOAD, FOUND);
      own("time", "(" + READING + ")J");
      code.visitVarInsn(LSTORE, time);
    }
    if (component.kept() >= 0) {
      code.visitVarInsn(ALOAD, KEPT);
      code.visitVarInsn(ILOAD, KEPT_FROM);
      code.visitLdcInsn(component.kept());
      code.visitInsn(IADD);
      code.visitVarInsn(ALOAD, FOUND);
      code.visitInsn(AASTORE);
    }
  }

  private void add(String answer, RecordQuestions.Asked asked, int word) {
    code.visitVarInsn(LLOAD, word(word));
    code.visitVarInsn(ILOAD, ANSWER);
    code.visitLdcInsn(asked.number());
    own(answer, "(II)J");
    code.visitInsn(LOR);
    code.visitVarInsn(LSTORE, word(word));
  }

  private void own(String method, String descriptor) {
    code.visitMethodInsn(INVOKESTATIC, READER, method, descriptor, false);
  }
}
