package dev.zt.engine.compile;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.PUTFIELD;

import dev.zt.engine.facts.PairQuestion;
import dev.zt.engine.facts.Question;
import dev.zt.policy.Expr;
import dev.zt.policy.value.Schedule;
import dev.zt.policy.value.Value;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Writes single tests: each leaves a truth on the stack and, if it is timed, in the frame until
 * when it stands. What has no form of its own is left to the reference.
 */
final class TestWriter {
  private static final String JUDGE =
      Type.getMethodDescriptor(Type.INT_TYPE, Type.getType(Expr.class));
  private static final String QUESTION = Type.getInternalName(Question.class);
  private static final String PAIR = Type.getInternalName(PairQuestion.class);
  private static final String RUNNING = Type.getInternalName(Running.class);
  private static final String FRAME = "L" + ClassBuilder.FRAME + ";";
  private static final String READING = ValueWriter.READING;

  private final ClassBuilder home;
  private final Vocabulary vocabulary;
  private final ValueWriter values;

  TestWriter(ClassBuilder home, Vocabulary vocabulary) {
    this.home = home;
    this.vocabulary = vocabulary;
    this.values = new ValueWriter(home, vocabulary);
  }

  /** Leaves the truth of a test on the stack, and until when in the frame if it is timed. */
  void write(MethodVisitor code, Expr test) {
    if (test instanceof Expr.ElevationActive active) {
      judge(code, new GrantTest(active.elevation()), GrantTest.class);
      return;
    }
    RememberedTest remembered = RememberedTest.of(test, vocabulary);
    if (remembered != null) {
      judge(code, remembered, RememberedTest.class);
      return;
    }
    if (!running(code, test) && !still(code, test)) {
      code.visitVarInsn(ALOAD, 0);
      home.constant(code, test, Expr.class);
      code.visitMethodInsn(INVOKEVIRTUAL, ClassBuilder.FRAME, "judge", JUDGE, false);
    }
  }

  private <T> void judge(MethodVisitor code, T test, Class<T> type) {
    home.constant(code, test, type);
    code.visitVarInsn(ALOAD, 0);
    String owner = Type.getInternalName(type);
    code.visitMethodInsn(INVOKEVIRTUAL, owner, "judge", "(" + FRAME + ")I", false);
  }

  /** Leaves until when fields of these signals are what they are on the stack. */
  private void until(MethodVisitor code, Set<FreshSignal> fresh) {
    if (fresh.isEmpty()) {
      code.visitLdcInsn(Slots.EVER);
    }
    boolean first = true;
    for (FreshSignal signal : fresh) {
      code.visitVarInsn(ALOAD, 0);
      home.constant(code, signal, FreshSignal.class);
      code.visitMethodInsn(
          INVOKEVIRTUAL,
          ClassBuilder.FRAME,
          "usableUntil",
          "(" + Type.getDescriptor(FreshSignal.class) + ")J",
          false);
      if (!first) {
        code.visitMethodInsn(INVOKESTATIC, "java/lang/Math", "min", "(JJ)J", false);
      }
      first = false;
    }
  }

  // ---- tests that run with the clock ----

  /**
   * A comparison of something that runs with the clock with something plain. Answers whether the
   * test is one, and is written.
   */
  private boolean running(MethodVisitor code, Expr test) {
    if (test instanceof Expr.InSchedule in) {
      if (ValueWriter.constant(in.schedule()) instanceof Schedule schedule) {
        within(code, schedule);
        return true;
      }
      return false;
    }
    Moving moving = Moving.of(test);
    if (moving == null) {
      return false;
    }
    run(code, moving, vocabulary.freshIn(test));
    return true;
  }

  private void within(MethodVisitor code, Schedule schedule) {
    home.constant(code, vocabulary.hours(schedule), Hours.class);
    code.visitVarInsn(ALOAD, 0);
    String descriptor = "(" + Type.getDescriptor(Hours.class) + FRAME + ")I";
    code.visitMethodInsn(INVOKESTATIC, RUNNING, "within", descriptor, false);
  }

  private void run(MethodVisitor code, Moving moving, Set<FreshSignal> fresh) {
    Expr time = moving.time();
    if (time != null) {
      values.write(code, time);
    }
    values.write(code, moving.still());
    code.visitLdcInsn(Tests.signs(moving.op()));
    until(code, fresh);
    code.visitVarInsn(ALOAD, 0);
    String descriptor = "(" + READING.repeat(time == null ? 1 : 2) + "IJ" + FRAME + ")I";
    code.visitMethodInsn(INVOKESTATIC, RUNNING, moving.kind().method(), descriptor, false);
  }

  // ---- tests that stand still ----

  /** Answers whether the test has a form of its own, in which it is written. */
  private boolean still(MethodVisitor code, Expr test) {
    if (!plain(code, test)) {
      return false;
    }
    Set<FreshSignal> fresh = vocabulary.freshIn(test);
    if (!fresh.isEmpty()) {
      code.visitVarInsn(ALOAD, 0);
      until(code, fresh);
      code.visitFieldInsn(PUTFIELD, ClassBuilder.FRAME, "until", "J");
    }
    return true;
  }

  private boolean plain(MethodVisitor code, Expr test) {
    if (test instanceof Expr.HasRole role) {
      names(code, "role", role.grantedBy(), Bit.of(test, vocabulary.layout()));
      return true;
    }
    if (test instanceof Expr.HasGroup group) {
      names(code, "group", Set.of(group.group()), Bit.of(test, vocabulary.layout()));
      return true;
    }
    if (test instanceof Expr.IsType is
        && (is.entity() instanceof Expr.Subject || is.entity() instanceof Expr.Resource)) {
      isType(code, is);
      return true;
    }
    SingleTest single = SingleTest.of(test);
    if (single == null) {
      return ofSeveral(code, test);
    }
    single(code, single);
    return true;
  }

  private void single(MethodVisitor code, SingleTest test) {
    home.constant(code, test.question(), Question.class);
    values.write(code, test.operand());
    code.visitMethodInsn(INVOKEINTERFACE, QUESTION, "answer", "(" + READING + ")I", true);
  }

  private void isType(MethodVisitor code, Expr.IsType is) {
    code.visitVarInsn(ALOAD, 0);
    code.visitLdcInsn(vocabulary.layout().entityType(is.entityType()));
    String name = is.entity() instanceof Expr.Subject ? "subjectIs" : "resourceIs";
    code.visitMethodInsn(INVOKEVIRTUAL, ClassBuilder.FRAME, name, "(I)I", false);
  }

  private void names(MethodVisitor code, String method, Set<String> names, @Nullable Bit bit) {
    code.visitVarInsn(ALOAD, 0);
    if (bit != null) {
      code.visitLdcInsn(bit.yesWord());
      code.visitLdcInsn(bit.number());
    }
    home.constant(code, NameSet.of(names), NameSet.class);
    String descriptor = (bit == null ? "(" : "(II") + Type.getDescriptor(NameSet.class) + ")I";
    code.visitMethodInsn(INVOKEVIRTUAL, ClassBuilder.FRAME, method, descriptor, false);
  }

  // ---- tests of several readings ----

  private boolean ofSeveral(MethodVisitor code, Expr test) {
    if (test instanceof Expr.InHierarchy in) {
      return hierarchy(code, in);
    }
    PairTest pair = PairTest.of(test);
    if (pair == null || (pair.stopsAtEmptySet() && !vocabulary.freshIn(test).isEmpty())) {
      return false;
    }
    home.constant(code, pair.question(), PairQuestion.class);
    values.write(code, pair.left());
    values.write(code, pair.right());
    code.visitMethodInsn(INVOKEINTERFACE, PAIR, "answer", "(" + READING + READING + ")I", true);
    return true;
  }

  private boolean hierarchy(MethodVisitor code, Expr.InHierarchy in) {
    if (!ValueWriter.isPlain(in.member()) || !ValueWriter.isPlain(in.container())) {
      return false;
    }
    boolean several = SingleTest.bare(in.container().type()) instanceof dev.zt.policy.Type.SetOf;
    List<Value> constants = ValueWriter.constants(in.container());
    boolean written = constants != null && !constants.isEmpty();
    if (several && !written && !vocabulary.freshIn(in).isEmpty()) {
      return false;
    }
    code.visitVarInsn(ALOAD, 0);
    values.write(code, in.member());
    values.write(code, in.container());
    String method = several ? "inAny" : "in";
    code.visitMethodInsn(
        INVOKEVIRTUAL, ClassBuilder.FRAME, method, "(" + READING + READING + ")I", false);
    return true;
  }
}
