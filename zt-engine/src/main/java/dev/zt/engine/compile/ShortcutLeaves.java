package dev.zt.engine.compile;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.ICONST_2;
import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.IFGT;
import static org.objectweb.asm.Opcodes.IFLE;
import static org.objectweb.asm.Opcodes.IFNE;
import static org.objectweb.asm.Opcodes.IFNULL;
import static org.objectweb.asm.Opcodes.IF_ICMPEQ;
import static org.objectweb.asm.Opcodes.IF_ICMPNE;
import static org.objectweb.asm.Opcodes.INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.LALOAD;
import static org.objectweb.asm.Opcodes.LAND;
import static org.objectweb.asm.Opcodes.LCMP;
import static org.objectweb.asm.Opcodes.LCONST_0;
import static org.objectweb.asm.Opcodes.LLOAD;
import static org.objectweb.asm.Opcodes.LSTORE;
import static org.objectweb.asm.Opcodes.LXOR;
import static org.objectweb.asm.Opcodes.POP;

import dev.zt.UnknownCause;
import dev.zt.engine.compile.ConditionWriter.Exits;
import dev.zt.engine.facts.BoundRequest;
import dev.zt.engine.facts.Layout;
import dev.zt.engine.facts.PairQuestion;
import dev.zt.engine.facts.Question;
import dev.zt.engine.facts.Surroundings;
import dev.zt.policy.Expr;
import dev.zt.policy.value.Absent;
import dev.zt.policy.value.Schedule;
import dev.zt.policy.value.Value;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * The leaves of formulas on a {@link Shortcut}: bits that were set when things were read, and what
 * the request itself says. Where that is not enough it goes to a label that leaves the way.
 */
final class ShortcutLeaves implements ConditionWriter.Leaves {
  static final int REQUEST = 1;
  static final int SURROUNDINGS = 2;
  static final int NOW = 3;
  static final int WORDS = 5;
  static final int FIRST_FREE = 6;

  private static final Absent STALE = new Absent(UnknownCause.STALE, "");
  private static final String STANDING = Type.getInternalName(Standing.class);
  private static final String READING = ValueWriter.READING;
  private static final String REQUEST_TYPE = Type.getDescriptor(BoundRequest.class);
  private static final String SURROUNDINGS_TYPE = Type.getDescriptor(Surroundings.class);

  private final MethodVisitor code;
  private final ClassBuilder home;
  private final Vocabulary vocabulary;
  private final DirectWriter direct;
  private final Label leave;
  private final Map<FreshSignal, Integer> usable = new HashMap<>();

  /** By test that takes longer, the number under which a request keeps what it came to. */
  private final IdentityHashMap<Expr, Integer> settled = new IdentityHashMap<>();

  /**
   * The leaves in a method.
   *
   * @param leave where the way is left
   */
  ShortcutLeaves(MethodVisitor code, ClassBuilder home, Vocabulary vocabulary, Label leave) {
    this.code = code;
    this.home = home;
    this.vocabulary = vocabulary;
    this.direct = new DirectWriter(code, home, vocabulary, REQUEST, SURROUNDINGS);
    this.leave = leave;
  }

  // ---- which formulas ----

  /** Whether all leaves of a formula have a form here. */
  static boolean know(Formula formula, Vocabulary vocabulary) {
    for (Formula.Test test : Formula.tests(formula)) {
      if (!knows(test.expr(), vocabulary)) {
        return false;
      }
    }
    return true;
  }

  private static boolean knows(Expr test, Vocabulary vocabulary) {
    if (Bit.of(test, vocabulary.layout()) != null || names(test) != null || isOwnType(test)) {
      return true;
    }
    if (test instanceof Expr.InSchedule in) {
      return ValueWriter.constant(in.schedule()) instanceof Schedule;
    }
    Moving moving = Moving.of(test);
    if (moving != null) {
      return limit(moving) != null || isClockAgainstField(moving);
    }
    SingleTest single = SingleTest.of(test);
    if (single != null) {
      Expr operand = DirectWriter.bare(single.operand());
      return DirectWriter.isField(operand) || DirectWriter.isFurther(operand);
    }
    if (!vocabulary.freshIn(test).isEmpty()) {
      return false;
    }
    if (test instanceof Expr.InHierarchy in) {
      return DirectWriter.isDirect(in.member()) && DirectWriter.isDirect(in.container());
    }
    PairTest pair = PairTest.of(test);
    return pair != null
        && DirectWriter.isDirect(pair.left())
        && DirectWriter.isDirect(pair.right());
  }

  /** The names of which a test asks for one. */
  private static @Nullable NameSet names(Expr test) {
    if (test instanceof Expr.HasRole role) {
      return NameSet.of(role.grantedBy());
    }
    return test instanceof Expr.HasGroup group ? NameSet.of(Set.of(group.group())) : null;
  }

  /** Whether a test asks for the type of the subject or of the resource. */
  static boolean isOwnType(Expr test) {
    return test instanceof Expr.IsType is
        && (is.entity() instanceof Expr.Subject || is.entity() instanceof Expr.Resource);
  }

  /** What a field that runs with the clock is compared with, in milliseconds. */
  private static @Nullable Long limit(Moving moving) {
    Expr time = moving.time();
    return time != null
            && DirectWriter.isField(DirectWriter.bare(time))
            && ValueWriter.constant(moving.still()) instanceof Value.Duration limit
        ? Long.valueOf(limit.millis())
        : null;
  }

  private static boolean isClockAgainstField(Moving moving) {
    return moving.time() == null && DirectWriter.isDirect(moving.still());
  }

  // ---- the beginning of the method ----

  /** Finds out once which signals that formulas speak of are fresh. */
  void begin(Formula formula, ConditionWriter writer) {
    for (Formula.Test test : Formula.tests(formula)) {
      for (FreshSignal signal : vocabulary.freshIn(test.expr())) {
        if (!usable.containsKey(signal)) {
          usable.put(signal, usable(signal, writer));
        }
      }
    }
  }

  private int usable(FreshSignal signal, ConditionWriter writer) {
    int until = writer.newLong();
    home.constant(code, signal, FreshSignal.class);
    code.visitVarInsn(ALOAD, REQUEST);
    code.visitVarInsn(LLOAD, NOW);
    String descriptor = "(" + Type.getDescriptor(FreshSignal.class) + REQUEST_TYPE + "J)J";
    code.visitMethodInsn(INVOKESTATIC, STANDING, "usable", descriptor, false);
    code.visitVarInsn(LSTORE, until);
    code.visitVarInsn(LLOAD, until);
    code.visitInsn(LCONST_0);
    code.visitInsn(LCMP);
    code.visitJumpInsn(IFEQ, leave);
    return until;
  }

  // ---- leaves ----

  @Override
  public void shared(Formula.Shared shared, Exits exits, int until, ConditionWriter writer) {
    writer.write(shared.body(), exits, until);
  }

  @Override
  public void apart(Formula part, Exits exits, int until, ConditionWriter writer) {
    writer.write(part, exits, until);
  }

  @Override
  public void test(Formula.Test test, Exits exits, int until, ConditionWriter writer) {
    Expr expr = test.expr();
    Bit bit = Bit.of(expr, vocabulary.layout());
    Moving moving = Moving.of(expr);
    SingleTest single = SingleTest.of(expr);
    NameSet names = names(expr);
    if (bit != null && !test.timed()) {
      writer.stand(Frame.EVER, until);
      bit(bit, exits);
    } else if (names != null) {
      writer.stand(Frame.EVER, until);
      code.visitVarInsn(ALOAD, REQUEST);
      home.constant(code, names, NameSet.class);
      String owner = expr instanceof Expr.HasRole ? "role" : "group";
      String descriptor = "(" + REQUEST_TYPE + Type.getDescriptor(NameSet.class) + ")I";
      code.visitMethodInsn(INVOKESTATIC, STANDING, owner, descriptor, false);
      truth(exits, leave, writer);
    } else if (isOwnType(expr)) {
      writer.stand(Frame.EVER, until);
      ownType((Expr.IsType) expr, exits);
    } else if (expr instanceof Expr.InSchedule in
        && ValueWriter.constant(in.schedule()) instanceof Schedule schedule) {
      home.constant(code, vocabulary.hours(schedule), Hours.class);
      code.visitVarInsn(LLOAD, NOW);
      standing("within", Type.getDescriptor(Hours.class) + "J", exits, until, null, writer);
    } else if (moving != null) {
      moving(moving, expr, exits, until, writer);
    } else if (single != null) {
      single(expr, single, exits, until, writer);
    } else {
      writer.stand(Frame.EVER, until);
      settled(expr, () -> several(expr));
      truth(exits, leave, writer);
    }
  }

  /**
   * Leaves the truth of a test on the stack that takes longer than looking up what it came to
   * before, as a test of membership or of another entity's field does.
   */
  private void settled(Expr test, Runnable found) {
    settled.putIfAbsent(test, settled.size());
    int number = settled.get(test);
    if (number >= Long.SIZE) {
      found.run();
      return;
    }
    Label known = new Label();
    code.visitVarInsn(ALOAD, REQUEST);
    code.visitVarInsn(ALOAD, SURROUNDINGS);
    code.visitLdcInsn(number);
    method("settled", "(" + REQUEST_TYPE + SURROUNDINGS_TYPE + "I)I");
    code.visitInsn(DUP);
    code.visitInsn(ICONST_2);
    code.visitJumpInsn(IF_ICMPNE, known);
    code.visitInsn(POP);
    found.run();
    code.visitVarInsn(ALOAD, REQUEST);
    code.visitVarInsn(ALOAD, SURROUNDINGS);
    code.visitLdcInsn(number);
    method("settle", "(I" + REQUEST_TYPE + SURROUNDINGS_TYPE + "I)I");
    code.visitLabel(known);
  }

  private void method(String name, String descriptor) {
    code.visitMethodInsn(INVOKESTATIC, STANDING, name, descriptor, false);
  }

  private void ownType(Expr.IsType is, Exits exits) {
    jumpIfOwnType(code, is, vocabulary.layout(), exits.yes());
    code.visitJumpInsn(GOTO, exits.no());
  }

  /** Jumps where the subject or the resource has the type that is asked for. */
  static void jumpIfOwnType(MethodVisitor code, Expr.IsType is, Layout layout, Label to) {
    code.visitVarInsn(ALOAD, REQUEST);
    String owner = is.entity() instanceof Expr.Subject ? "subjectType" : "resourceType";
    code.visitMethodInsn(INVOKEVIRTUAL, DirectWriter.REQUEST, owner, "()I", false);
    code.visitLdcInsn(layout.entityType(is.entityType()));
    code.visitJumpInsn(IF_ICMPEQ, to);
  }

  /** Goes where a bit of the request says. */
  private void bit(Bit bit, Exits exits) {
    Label neither = bit.open() ? leave : exits.unknown();
    jumpIfSet(bit.yesWord(), bit.number(), exits.yes());
    if (neither != exits.no()) {
      jumpIfSet(bit.noWord(), bit.number(), exits.no());
    }
    code.visitJumpInsn(GOTO, neither);
  }

  private void jumpIfSet(int word, int number, Label to) {
    code.visitVarInsn(ALOAD, WORDS);
    code.visitLdcInsn(word);
    code.visitInsn(LALOAD);
    code.visitLdcInsn(1L << number);
    code.visitInsn(LAND);
    code.visitInsn(LCONST_0);
    code.visitInsn(LCMP);
    code.visitJumpInsn(IFNE, to);
  }

  /** Goes where the truth on the stack says. */
  private void truth(Exits exits, Label unknown, ConditionWriter writer) {
    writer.branchTo(new Exits(exits.yes(), exits.no(), unknown, exits.next()));
  }

  // ---- a single reading ----

  private void single(
      Expr test, SingleTest single, Exits exits, int until, ConditionWriter writer) {
    OwnField own = OwnField.of(single);
    FreshSignal fresh = freshOf(test);
    if (fresh == null) {
      writer.stand(Frame.EVER, until);
    } else {
      Question question = own == null ? single.question() : own.question();
      whereUsable(fresh, stale(question, exits), until);
    }
    Bit bit = Bit.of(test, vocabulary.layout());
    if (bit == null) {
      ask(test, single, exits, writer);
    } else {
      bit(bit, exits);
    }
  }

  private static Label stale(Question question, Exits exits) {
    return switch (question.answer(STALE)) {
      case Question.YES -> exits.yes();
      case Question.NO -> exits.no();
      default -> exits.unknown();
    };
  }

  private @Nullable FreshSignal freshOf(Expr test) {
    Set<FreshSignal> fresh = vocabulary.freshIn(test);
    return fresh.isEmpty() ? null : fresh.iterator().next();
  }

  /** Goes on where a signal is fresh, elsewhere where it is not; keeps until when that stands. */
  private void whereUsable(FreshSignal signal, Label elsewhere, int until) {
    int standing = usable.getOrDefault(signal, 0);
    Label fresh = new Label();
    code.visitVarInsn(LLOAD, standing);
    code.visitVarInsn(LSTORE, until);
    code.visitVarInsn(LLOAD, standing);
    code.visitInsn(LCONST_0);
    code.visitInsn(LCMP);
    code.visitJumpInsn(IFGT, fresh);
    complement(standing, until);
    code.visitJumpInsn(GOTO, elsewhere);
    code.visitLabel(fresh);
  }

  private void complement(int standing, int until) {
    code.visitVarInsn(LLOAD, standing);
    code.visitLdcInsn(-1L);
    code.visitInsn(LXOR);
    code.visitVarInsn(LSTORE, until);
  }

  /** Asks for a field that has no bits. */
  private void ask(Expr test, SingleTest single, Exits exits, ConditionWriter writer) {
    Expr operand = DirectWriter.bare(single.operand());
    int reading = writer.newInt();
    if (DirectWriter.isFurther(operand)) {
      settled(test, () -> answer(single.question(), operand, reading));
    } else {
      answer(single.question(), operand, reading);
    }
    truth(exits, exits.unknown(), writer);
  }

  private void answer(Question question, Expr operand, int reading) {
    direct.write(operand);
    code.visitVarInsn(ASTORE, reading);
    if (DirectWriter.isEntityField(operand) || DirectWriter.isFurther(operand)) {
      code.visitVarInsn(ALOAD, reading);
      code.visitJumpInsn(IFNULL, leave);
    }
    home.constant(code, question, Question.class);
    code.visitVarInsn(ALOAD, reading);
    String type = Type.getInternalName(Question.class);
    code.visitMethodInsn(INVOKEINTERFACE, type, "answer", "(" + READING + ")I", true);
  }

  // ---- several readings ----

  private void several(Expr test) {
    if (test instanceof Expr.InHierarchy in) {
      direct.write(in.member());
      direct.write(in.container());
      code.visitVarInsn(ALOAD, REQUEST);
      code.visitVarInsn(ALOAD, SURROUNDINGS);
      boolean any = SingleTest.bare(in.container().type()) instanceof dev.zt.policy.Type.SetOf;
      String descriptor = "(" + READING + READING + REQUEST_TYPE + SURROUNDINGS_TYPE + ")I";
      code.visitMethodInsn(INVOKESTATIC, STANDING, any ? "inAny" : "in", descriptor, false);
      return;
    }
    PairTest pair = PairTest.of(test);
    if (pair == null) {
      throw new IllegalArgumentException("no shortcut knows " + test);
    }
    home.constant(code, pair.question(), PairQuestion.class);
    direct.write(pair.left());
    direct.write(pair.right());
    String question = Type.getInternalName(PairQuestion.class);
    code.visitMethodInsn(INVOKEINTERFACE, question, "answer", "(" + READING + READING + ")I", true);
  }

  // ---- with the clock ----

  private void moving(Moving moving, Expr test, Exits exits, int until, ConditionWriter writer) {
    FreshSignal fresh = freshOf(test);
    if (fresh != null) {
      whereUsable(fresh, leave, until);
    }
    Integer least = fresh == null ? null : usable.get(fresh);
    Expr time = moving.time();
    Long limit = limit(moving);
    if (time == null || limit == null) {
      direct.write(moving.still());
    } else {
      time(DirectWriter.bare(time));
      code.visitLdcInsn(limit);
    }
    code.visitLdcInsn(Tests.signs(moving.op()));
    code.visitVarInsn(LLOAD, NOW);
    String operands = (limit == null ? READING : "JJ") + "IJ";
    standing(moving.kind().method(), operands, exits, until, least, writer);
  }

  /**
   * Goes where a standing says that a method answers, which stands no longer than something else.
   */
  private void standing(
      String method,
      String operands,
      Exits exits,
      int until,
      @Nullable Integer least,
      ConditionWriter writer) {
    int standing = writer.newLong();
    code.visitMethodInsn(INVOKESTATIC, STANDING, method, "(" + operands + ")J", false);
    code.visitVarInsn(LSTORE, standing);
    Label notTrue = new Label();
    code.visitVarInsn(LLOAD, standing);
    code.visitInsn(LCONST_0);
    code.visitInsn(LCMP);
    code.visitJumpInsn(IFLE, notTrue);
    code.visitVarInsn(LLOAD, standing);
    code.visitVarInsn(LSTORE, until);
    atMost(least, until);
    code.visitJumpInsn(GOTO, exits.yes());
    code.visitLabel(notTrue);
    code.visitVarInsn(LLOAD, standing);
    code.visitInsn(LCONST_0);
    code.visitInsn(LCMP);
    code.visitJumpInsn(IFEQ, leave);
    complement(standing, until);
    atMost(least, until);
    code.visitJumpInsn(GOTO, exits.no());
  }

  /** Leaves a time in epoch milliseconds on the stack. */
  private void time(Expr field) {
    int number =
        field instanceof Expr.SignalField of
            ? vocabulary.layout().questions().time(of.signal(), of.field())
            : field instanceof Expr.ActionField of
                ? vocabulary.layout().questions().time("action", of.field())
                : -1;
    if (number >= 0) {
      code.visitVarInsn(ALOAD, WORDS);
      code.visitLdcInsn(vocabulary.layout().answers().time() + number);
      code.visitInsn(LALOAD);
    } else {
      direct.write(field);
      code.visitMethodInsn(INVOKESTATIC, STANDING, "time", "(" + READING + ")J", false);
    }
  }

  private void atMost(@Nullable Integer least, int until) {
    if (least != null) {
      code.visitVarInsn(LLOAD, least);
      code.visitVarInsn(LLOAD, until);
      code.visitMethodInsn(INVOKESTATIC, "java/lang/Math", "min", "(JJ)J", false);
      code.visitVarInsn(LSTORE, until);
    }
  }
}
