package dev.zt.engine.compile;

import static org.objectweb.asm.Opcodes.AALOAD;
import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.CHECKCAST;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.PUTSTATIC;
import static org.objectweb.asm.Opcodes.RETURN;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * The constants of a generated class: static finals, which the JIT trusts, that come in as class
 * data.
 */
final class ClassConstants {
  private static final String LOOKUP = "java/lang/invoke/MethodHandles$Lookup";

  private final ClassWriter writer;
  private final String self;
  private final IdentityHashMap<Object, Integer> fields = new IdentityHashMap<>();
  private final List<Object> values = new ArrayList<>();
  private final List<String> types = new ArrayList<>();

  /**
   * The constants of a class.
   *
   * @param self its internal name
   */
  ClassConstants(ClassWriter writer, String self) {
    this.writer = writer;
    this.self = self;
  }

  /** Puts a constant on the stack. */
  <T> void put(MethodVisitor code, T value, Class<? super T> type) {
    if (!fields.containsKey(value)) {
      fields.put(value, values.size());
      declare(value, Type.getDescriptor(type));
    }
    int field = fields.get(value);
    code.visitFieldInsn(GETSTATIC, self, "c" + field, types.get(field));
  }

  private void declare(Object value, String descriptor) {
    int access = ACC_PRIVATE | ACC_STATIC | ACC_FINAL;
    writer.visitField(access, "c" + values.size(), descriptor, null, null).visitEnd();
    values.add(value);
    types.add(descriptor);
  }

  int size() {
    return values.size();
  }

  /** The class data. */
  Object[] data() {
    return values.toArray();
  }

  /** Writes what gets the constants out of the class data. */
  void initializer() {
    if (values.isEmpty()) {
      return;
    }
    MethodVisitor code = writer.visitMethod(ACC_STATIC, "<clinit>", "()V", null, null);
    code.visitCode();
    code.visitMethodInsn(
        INVOKESTATIC, "java/lang/invoke/MethodHandles", "lookup", "()L" + LOOKUP + ";", false);
    code.visitLdcInsn("_");
    code.visitLdcInsn(Type.getType(Object[].class));
    code.visitMethodInsn(
        INVOKESTATIC,
        "java/lang/invoke/MethodHandles",
        "classData",
        "(L" + LOOKUP + ";Ljava/lang/String;Ljava/lang/Class;)Ljava/lang/Object;",
        false);
    code.visitTypeInsn(CHECKCAST, "[Ljava/lang/Object;");
    code.visitVarInsn(ASTORE, 0);
    for (int at = 0; at < values.size(); at++) {
      code.visitVarInsn(ALOAD, 0);
      code.visitLdcInsn(at);
      code.visitInsn(AALOAD);
      code.visitTypeInsn(CHECKCAST, Type.getType(types.get(at)).getInternalName());
      code.visitFieldInsn(PUTSTATIC, self, "c" + at, types.get(at));
    }
    code.visitInsn(RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }
}
