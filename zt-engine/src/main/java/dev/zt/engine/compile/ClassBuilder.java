package dev.zt.engine.compile;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ACONST_NULL;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.ICONST_0;
import static org.objectweb.asm.Opcodes.ICONST_1;
import static org.objectweb.asm.Opcodes.ICONST_2;
import static org.objectweb.asm.Opcodes.IFLT;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.ISTORE;
import static org.objectweb.asm.Opcodes.LLOAD;
import static org.objectweb.asm.Opcodes.PUTFIELD;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import java.lang.invoke.MethodHandles;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * One generated class: static methods for rules, for parts of large conditions and for shared
 * conditions, and a switch over the blocks. Constants are static finals that come in as class data.
 */
final class ClassBuilder {
  static final String FRAME = Type.getInternalName(Frame.class);

  private static final String CODE = Type.getInternalName(Code.class);
  private static final String SELF = CODE.substring(0, CODE.lastIndexOf('/') + 1) + "Compiled";
  private static final String JUDGES = "(L" + FRAME + ";)I";
  private static final String REPORTS = "(L" + FRAME + ";)V";

  /** A class has room for 65,535 constants and methods; its initializer for fewer. */
  private static final int FULL = 2_000;

  /** The switch over the blocks takes nine bytes for each. */
  private static final int BLOCKS = 800;

  /** The switch over the shortcuts takes some more. */
  private static final int SHORTCUTS = 400;

  /** A method of 8,000 bytes is not compiled by the JIT. */
  private static final int RULES_IN_A_METHOD = 500;

  private final ClassWriter writer = new Writer();
  private final TestWriter tests;
  private final ClassConstants constants = new ClassConstants(writer, SELF);
  private final Map<Integer, String> sharedMethods = new HashMap<>();
  private final Deque<Runnable> open = new ArrayDeque<>();
  private final List<String> blocks = new ArrayList<>();
  private final List<String> shortcuts = new ArrayList<>();

  /** By block the method that finds the one rule that is true; empty for none. */
  private final List<String> soles = new ArrayList<>();

  private final Vocabulary vocabulary;
  private int methods;

  ClassBuilder(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    tests = new TestWriter(this, vocabulary);
    writer.visit(V17, ACC_FINAL | ACC_SUPER, SELF, null, CODE, null);
  }

  /** Frames of two different classes never meet where it would matter which they are. */
  private static final class Writer extends ClassWriter {
    Writer() {
      super(COMPUTE_FRAMES);
    }

    @Override
    protected String getCommonSuperClass(String one, String other) {
      return "java/lang/Object";
    }
  }

  TestWriter tests() {
    return tests;
  }

  /** Adds a block of rules that are judged in this order; answers its number. */
  int block(List<Provision> rules) {
    List<String> parts = new ArrayList<>();
    for (int from = 0; from < rules.size(); from += RULES_IN_A_METHOD) {
      List<Provision> some = rules.subList(from, Math.min(rules.size(), from + RULES_IN_A_METHOD));
      List<String> methodsOfRules = new ArrayList<>();
      for (Provision rule : some) {
        methodsOfRules.add(rule(rule));
      }
      parts.add(methodsOfRules.size() == 1 ? methodsOfRules.get(0) : sequence(methodsOfRules));
    }
    blocks.add(parts.size() == 1 ? parts.get(0) : sequence(parts));
    soles.add(SoleWriter.knows(rules, vocabulary) ? sole(rules) : "");
    return blocks.size() - 1;
  }

  private String sole(List<Provision> rules) {
    String name = name();
    MethodVisitor code = begin(name, SoleWriter.DESCRIPTOR);
    new SoleWriter(code, this, vocabulary).write(rules);
    end(code);
    return name;
  }

  /** Adds a shortcut; answers its number. */
  int shortcut(ShortcutPlan plan) {
    String name = name();
    MethodVisitor code = begin(name, ShortcutWriter.DESCRIPTOR);
    new ShortcutWriter(code, this, vocabulary, plan).write();
    end(code);
    shortcuts.add(name);
    return shortcuts.size() - 1;
  }

  /** Whether there are so many constants and methods, or blocks, that another class is better. */
  boolean isFull() {
    return constants.size() + methods > FULL
        || blocks.size() >= BLOCKS
        || shortcuts.size() >= SHORTCUTS;
  }

  private String sequence(List<String> called) {
    String name = name();
    MethodVisitor code = begin(name, REPORTS);
    for (String each : called) {
      code.visitVarInsn(ALOAD, 0);
      code.visitMethodInsn(INVOKESTATIC, SELF, each, REPORTS, false);
    }
    code.visitInsn(RETURN);
    end(code);
    return name;
  }

  private String rule(Provision provision) {
    String name = name();
    Formula formula = provision.formula();
    MethodVisitor code = begin(name, REPORTS);
    ConditionWriter conditions = new ConditionWriter(code, new FrameLeaves(code, this), 1);
    int until = formula.timed() ? conditions.newLong() : ConditionWriter.NONE;
    Label yes = new Label();
    Label no = new Label();
    Label unknown = new Label();
    conditions.write(formula, new ConditionWriter.Exits(yes, no, unknown, yes), until);
    code.visitLabel(yes);
    report(code, "foundTrue", provision.number(), until);
    code.visitInsn(RETURN);
    code.visitLabel(no);
    if (until != ConditionWriter.NONE) {
      code.visitVarInsn(ALOAD, 0);
      code.visitVarInsn(LLOAD, until);
      code.visitMethodInsn(INVOKEVIRTUAL, FRAME, "foundFalse", "(J)V", false);
    }
    code.visitInsn(RETURN);
    code.visitLabel(unknown);
    report(code, "foundUnknown", provision.number(), until);
    code.visitInsn(RETURN);
    end(code);
    return name;
  }

  private static void report(MethodVisitor code, String method, int rule, int until) {
    code.visitVarInsn(ALOAD, 0);
    code.visitLdcInsn(rule);
    if (until == ConditionWriter.NONE) {
      code.visitMethodInsn(INVOKEVIRTUAL, FRAME, method, "(I)V", false);
    } else {
      code.visitVarInsn(LLOAD, until);
      code.visitMethodInsn(INVOKEVIRTUAL, FRAME, method, "(IJ)V", false);
    }
  }

  // ---- methods for parts ----

  /** Calls a method that answers a truth. */
  void call(MethodVisitor code, String method) {
    code.visitVarInsn(ALOAD, 0);
    code.visitMethodInsn(INVOKESTATIC, SELF, method, JUDGES, false);
  }

  /** A method of its own for a part of a large formula. */
  String method(Formula formula) {
    String name = name();
    open.add(
        () -> {
          MethodVisitor code = begin(name, JUDGES);
          truth(code, formula);
          code.visitInsn(IRETURN);
          end(code);
        });
    return name;
  }

  /** The method that finds a shared condition out, once a decision. */
  String shared(Formula.Shared shared) {
    return sharedMethods.computeIfAbsent(
        shared.number(),
        number -> {
          String name = name();
          open.add(() -> shared(name, shared));
          return name;
        });
  }

  private void shared(String name, Formula.Shared shared) {
    MethodVisitor code = begin(name, JUDGES);
    String suffix = shared.timed() ? "Timed" : "";
    code.visitVarInsn(ALOAD, 0);
    code.visitLdcInsn(shared.number());
    code.visitMethodInsn(INVOKEVIRTUAL, FRAME, "recall" + suffix, "(I)I", false);
    code.visitVarInsn(ISTORE, 1);
    Label fresh = new Label();
    code.visitVarInsn(ILOAD, 1);
    code.visitJumpInsn(IFLT, fresh);
    code.visitVarInsn(ILOAD, 1);
    code.visitInsn(IRETURN);
    code.visitLabel(fresh);
    code.visitVarInsn(ALOAD, 0);
    call(code, method(shared.body()));
    code.visitLdcInsn(shared.number());
    code.visitMethodInsn(INVOKEVIRTUAL, FRAME, "keep" + suffix, "(II)I", false);
    code.visitInsn(IRETURN);
    end(code);
  }

  /** Leaves the truth of a formula on the stack, and until when in the frame if it is timed. */
  private void truth(MethodVisitor code, Formula formula) {
    ConditionWriter conditions = new ConditionWriter(code, new FrameLeaves(code, this), 1);
    int truth = conditions.newInt();
    int until = formula.timed() ? conditions.newLong() : ConditionWriter.NONE;
    Label yes = new Label();
    Label no = new Label();
    Label unknown = new Label();
    Label end = new Label();
    conditions.write(formula, new ConditionWriter.Exits(yes, no, unknown, yes), until);
    code.visitLabel(yes);
    code.visitInsn(ICONST_1);
    code.visitVarInsn(ISTORE, truth);
    code.visitJumpInsn(GOTO, end);
    code.visitLabel(no);
    code.visitInsn(ICONST_0);
    code.visitVarInsn(ISTORE, truth);
    code.visitJumpInsn(GOTO, end);
    code.visitLabel(unknown);
    code.visitInsn(ICONST_2);
    code.visitVarInsn(ISTORE, truth);
    code.visitLabel(end);
    if (until != ConditionWriter.NONE) {
      code.visitVarInsn(ALOAD, 0);
      code.visitVarInsn(LLOAD, until);
      code.visitFieldInsn(PUTFIELD, FRAME, "until", "J");
    }
    code.visitVarInsn(ILOAD, truth);
  }

  private String name() {
    return "m" + methods++;
  }

  private MethodVisitor begin(String name, String descriptor) {
    MethodVisitor code = writer.visitMethod(ACC_PRIVATE | ACC_STATIC, name, descriptor, null, null);
    code.visitCode();
    return code;
  }

  private static void end(MethodVisitor code) {
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  // ---- constants ----

  /** Puts a constant on the stack. */
  <T> void constant(MethodVisitor code, T value, Class<? super T> type) {
    constants.put(code, value, type);
  }

  // ---- the class ----

  /** Defines the class as a hidden one beside that of the lookup. */
  Code define(MethodHandles.Lookup lookup) throws ReflectiveOperationException {
    finish();
    MethodHandles.Lookup hidden =
        lookup.defineHiddenClassWithClassData(writer.toByteArray(), constants.data(), true);
    return (Code) hidden.lookupClass().getDeclaredConstructor().newInstance();
  }

  private void finish() {
    while (!open.isEmpty()) {
      open.remove().run();
    }
    runMethod();
    soleMethod();
    decideMethod();
    constructor();
    constants.initializer();
    writer.visitEnd();
  }

  private void runMethod() {
    MethodVisitor code = writer.visitMethod(ACC_FINAL, "run", "(IL" + FRAME + ";)V", null, null);
    code.visitCode();
    Label none = new Label();
    Label[] labels = choose(code, blocks, none);
    for (int at = 0; at < labels.length; at++) {
      code.visitLabel(labels[at]);
      code.visitVarInsn(ALOAD, 2);
      code.visitMethodInsn(INVOKESTATIC, SELF, blocks.get(at), REPORTS, false);
      code.visitInsn(RETURN);
    }
    code.visitLabel(none);
    code.visitInsn(RETURN);
    end(code);
  }

  private void soleMethod() {
    String descriptor =
        "(I" + SoleWriter.DESCRIPTOR.substring(SoleWriter.DESCRIPTOR.indexOf(';') + 1);
    MethodVisitor code = writer.visitMethod(ACC_FINAL, "sole", descriptor, null, null);
    code.visitCode();
    Label none = new Label();
    Label[] labels = choose(code, soles, none);
    for (int at = 0; at < labels.length; at++) {
      code.visitLabel(labels[at]);
      if (soles.get(at).isEmpty()) {
        code.visitLdcInsn(Block.SEVERAL);
      } else {
        code.visitVarInsn(ALOAD, 0);
        code.visitVarInsn(ALOAD, 2);
        code.visitVarInsn(ALOAD, 3);
        code.visitMethodInsn(INVOKESTATIC, SELF, soles.get(at), SoleWriter.DESCRIPTOR, false);
      }
      code.visitInsn(IRETURN);
    }
    code.visitLabel(none);
    code.visitLdcInsn(Block.SEVERAL);
    code.visitInsn(IRETURN);
    end(code);
  }

  private void decideMethod() {
    String descriptor = "(I" + ShortcutWriter.DESCRIPTOR.substring(1);
    MethodVisitor code = writer.visitMethod(ACC_FINAL, "decide", descriptor, null, null);
    code.visitCode();
    Label none = new Label();
    Label[] labels = choose(code, shortcuts, none);
    for (int at = 0; at < labels.length; at++) {
      code.visitLabel(labels[at]);
      code.visitVarInsn(ALOAD, 2);
      code.visitVarInsn(ALOAD, 3);
      code.visitVarInsn(ALOAD, 4);
      code.visitVarInsn(LLOAD, 5);
      String descriptorOfOne = ShortcutWriter.DESCRIPTOR;
      code.visitMethodInsn(INVOKESTATIC, SELF, shortcuts.get(at), descriptorOfOne, false);
      code.visitInsn(ARETURN);
    }
    code.visitLabel(none);
    code.visitInsn(ACONST_NULL);
    code.visitInsn(ARETURN);
    end(code);
  }

  /** Goes to the label of one of several methods, by the number in the first argument. */
  private static Label[] choose(MethodVisitor code, List<String> called, Label none) {
    Label[] labels = new Label[called.size()];
    for (int at = 0; at < labels.length; at++) {
      labels[at] = new Label();
    }
    if (labels.length > 0) {
      code.visitVarInsn(ILOAD, 1);
      code.visitTableSwitchInsn(0, labels.length - 1, none, labels);
    }
    return labels;
  }

  private void constructor() {
    MethodVisitor code = writer.visitMethod(0, "<init>", "()V", null, null);
    code.visitCode();
    code.visitVarInsn(ALOAD, 0);
    code.visitMethodInsn(INVOKESPECIAL, CODE, "<init>", "()V", false);
    code.visitInsn(RETURN);
    end(code);
  }
}
