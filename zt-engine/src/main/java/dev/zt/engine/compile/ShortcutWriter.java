package dev.zt.engine.compile;

import static org.objectweb.asm.Opcodes.ACONST_NULL;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.IFGE;
import static org.objectweb.asm.Opcodes.IFLT;
import static org.objectweb.asm.Opcodes.IFNE;
import static org.objectweb.asm.Opcodes.IF_ICMPEQ;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.ISTORE;
import static org.objectweb.asm.Opcodes.LAND;
import static org.objectweb.asm.Opcodes.LCMP;
import static org.objectweb.asm.Opcodes.LCONST_0;
import static org.objectweb.asm.Opcodes.LLOAD;
import static org.objectweb.asm.Opcodes.LOR;
import static org.objectweb.asm.Opcodes.LSHL;
import static org.objectweb.asm.Opcodes.LSTORE;
import static org.objectweb.asm.Opcodes.LXOR;

import dev.zt.Decision;
import dev.zt.engine.facts.BoundRequest;
import dev.zt.engine.facts.Layout;
import dev.zt.engine.facts.Surroundings;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Writes the method of a {@link Shortcut}: the steps of a decision, in each of which every rule
 * sets its bit when it is true. An unknown rule leaves the way where it would matter.
 */
final class ShortcutWriter {
  static final String DESCRIPTOR =
      Type.getMethodDescriptor(
          Type.getType(Decision.class),
          Type.getType(Shortcut.class),
          Type.getType(BoundRequest.class),
          Type.getType(Surroundings.class),
          Type.LONG_TYPE);

  private static final String SHORTCUT = Type.getInternalName(Shortcut.class);
  private static final String SOLE =
      Type.getMethodDescriptor(
          Type.INT_TYPE,
          Type.INT_TYPE,
          Type.getType(BoundRequest.class),
          Type.getType(Surroundings.class));
  private static final String DECISION = Type.getDescriptor(Decision.class);
  private static final int SELF = 0;

  private final MethodVisitor code;
  private final ShortcutPlan plan;
  private final ConditionWriter conditions;
  private final ShortcutLeaves leaves;
  private final BitWriter bits;
  private final Layout layout;
  private final Label leave = new Label();

  /** The bits of the rules that are true, of the step at hand. */
  private final int found;

  /** Not 0 where some rule of the step is unknown. */
  private final int doubt;

  /** Not 0 where some rule of the step is unknown, and a store may know better. */
  private final int open;

  /** Until when the last of the true rules can be true. */
  private final int lastTrue;

  /** When the first of the false rules can change. */
  private final int firstFalse;

  /** When the first of the false rules of all steps that stand against access can change. */
  private final int quiet;

  /** The bits of the rules that give access. */
  private final int permits;

  /** The rule in an index that gives access, or less than 0. */
  private final int given;

  /** Until when the last of the rules that give access does. */
  private final int accessEnds;

  private int indexes;

  ShortcutWriter(MethodVisitor code, ClassBuilder home, Vocabulary vocabulary, ShortcutPlan plan) {
    this.code = code;
    this.plan = plan;
    this.leaves = new ShortcutLeaves(code, home, vocabulary, leave);
    this.conditions = new ConditionWriter(code, leaves, ShortcutLeaves.FIRST_FREE);
    this.found = conditions.newLong();
    this.doubt = conditions.newLong();
    this.open = conditions.newLong();
    this.bits = new BitWriter(code, vocabulary.layout(), conditions);
    this.layout = vocabulary.layout();
    this.lastTrue = conditions.newLong();
    this.firstFalse = conditions.newLong();
    this.quiet = conditions.newLong();
    this.permits = conditions.newLong();
    this.given = conditions.newInt();
    this.accessEnds = conditions.newLong();
  }

  /** Writes the method. */
  void write() {
    code.visitVarInsn(ALOAD, ShortcutLeaves.REQUEST);
    code.visitMethodInsn(INVOKEVIRTUAL, DirectWriter.REQUEST, "words", "()[J", false);
    code.visitVarInsn(ASTORE, ShortcutLeaves.WORDS);
    set(Frame.EVER, quiet);
    number(-1, given);
    for (Provision rule : plan.rules()) {
      leaves.begin(rule.formula(), conditions);
    }
    against(Step.FORBID, "deny");
    permit();
    against(Step.DENY, "deny");
    against(Step.CHALLENGE, "challenge");
    against(Step.RESTRICT, "restrict");
    access();
    code.visitLabel(leave);
    code.visitInsn(ACONST_NULL);
    code.visitInsn(ARETURN);
  }

  // ---- steps ----

  /** A step whose rules stand against access: the first that finds some settles the decision. */
  private void against(Step step, String answer) {
    if (ofStep(step).isEmpty() && plan.indexes().get(step.place()).isEmpty()) {
      return;
    }
    judge(step);
    Label none = new Label();
    jumpIfNoneFound(none);
    leaveInDoubt();
    if (step == Step.CHALLENGE || step == Step.RESTRICT) {
      earlier(lastTrue, quiet);
      earlier(lastTrue, accessEnds);
    }
    answer(answer, found, lastTrue);
    code.visitLabel(none);
    leaveInDoubt();
    earlier(quiet, firstFalse);
  }

  /** Of the rules that give access some may be unknown: those that are true decide. */
  private void permit() {
    judge(Step.PERMIT);
    Label noneOfTested = new Label();
    Label access = new Label();
    jumpIfNoneFound(noneOfTested);
    code.visitVarInsn(ILOAD, given);
    code.visitJumpInsn(IFGE, leave);
    code.visitJumpInsn(GOTO, access);
    code.visitLabel(noneOfTested);
    code.visitVarInsn(ILOAD, given);
    code.visitJumpInsn(IFGE, access);
    leaveInDoubt();
    code.visitVarInsn(ALOAD, SELF);
    code.visitVarInsn(LLOAD, firstFalse);
    code.visitMethodInsn(INVOKEVIRTUAL, SHORTCUT, "notPermitted", "(J)" + DECISION, false);
    code.visitInsn(ARETURN);
    code.visitLabel(access);
    copy(found, permits);
    copy(lastTrue, accessEnds);
  }

  private void access() {
    Label tested = new Label();
    earlier(accessEnds, quiet);
    code.visitVarInsn(ILOAD, given);
    code.visitJumpInsn(IFLT, tested);
    code.visitVarInsn(ALOAD, SELF);
    code.visitVarInsn(ILOAD, given);
    code.visitVarInsn(LLOAD, accessEnds);
    code.visitMethodInsn(INVOKEVIRTUAL, SHORTCUT, "permitBy", "(IJ)" + DECISION, false);
    code.visitInsn(ARETURN);
    code.visitLabel(tested);
    answer("permit", permits, accessEnds);
  }

  private void answer(String method, int rules, int end) {
    code.visitVarInsn(ALOAD, SELF);
    code.visitVarInsn(LLOAD, rules);
    code.visitVarInsn(LLOAD, end);
    code.visitMethodInsn(INVOKEVIRTUAL, SHORTCUT, method, "(JJ)" + DECISION, false);
    code.visitInsn(ARETURN);
  }

  private List<Provision> ofStep(Step step) {
    List<Provision> ofStep = new ArrayList<>();
    for (Provision rule : plan.rules()) {
      if (rule.step() == step) {
        ofStep.add(rule);
      }
    }
    return ofStep;
  }

  // ---- rules ----

  private void judge(Step step) {
    List<Provision> rules = ofStep(step);
    set(0, found);
    set(0, doubt);
    set(0, open);
    set(Long.MIN_VALUE, lastTrue);
    set(Frame.EVER, firstFalse);
    for (int left = plan.indexes().get(step.place()).size(); left > 0; left--) {
      look(step);
    }
    for (Provision rule : rules) {
      rule(rule);
    }
    jumpUnlessZero(open, leave);
    standForEver(rules);
  }

  /** A rule that time does not change is true for ever. */
  private void standForEver(List<Provision> rules) {
    long timeless = 0;
    for (Provision rule : rules) {
      timeless |= rule.formula().timed() ? 0 : bit(rule);
    }
    if (timeless != 0) {
      Label none = new Label();
      code.visitVarInsn(LLOAD, found);
      code.visitLdcInsn(timeless);
      code.visitInsn(LAND);
      code.visitInsn(LCONST_0);
      code.visitInsn(LCMP);
      code.visitJumpInsn(IFEQ, none);
      set(Frame.EVER, lastTrue);
      code.visitLabel(none);
    }
  }

  private long bit(Provision rule) {
    return 1L << plan.place(rule);
  }

  /** Looks into the next index: what it holds must be one rule that gives access, or none. */
  private void look(Step step) {
    Label none = new Label();
    int sole = conditions.newInt();
    code.visitVarInsn(ALOAD, SELF);
    code.visitLdcInsn(indexes++);
    code.visitVarInsn(ALOAD, ShortcutLeaves.REQUEST);
    code.visitVarInsn(ALOAD, ShortcutLeaves.SURROUNDINGS);
    code.visitMethodInsn(INVOKEVIRTUAL, SHORTCUT, "sole", SOLE, false);
    code.visitVarInsn(ISTORE, sole);
    code.visitVarInsn(ILOAD, sole);
    code.visitLdcInsn(Block.NONE);
    code.visitJumpInsn(IF_ICMPEQ, none);
    if (step == Step.PERMIT) {
      code.visitVarInsn(ILOAD, sole);
      code.visitJumpInsn(IFLT, leave);
      code.visitVarInsn(ILOAD, given);
      code.visitJumpInsn(IFGE, leave);
      code.visitVarInsn(ILOAD, sole);
      code.visitVarInsn(ISTORE, given);
      set(Frame.EVER, lastTrue);
    } else {
      code.visitJumpInsn(GOTO, leave);
    }
    code.visitLabel(none);
  }

  private void rule(Provision rule) {
    Formula formula = rule.formula();
    if (BitWriter.knows(formula, layout)) {
      bits(rule);
      return;
    }
    int until = formula.timed() ? conditions.newLong() : ConditionWriter.NONE;
    Label yes = new Label();
    Label no = new Label();
    Label unknown = new Label();
    Label next = new Label();
    conditions.write(formula, new ConditionWriter.Exits(yes, no, unknown, yes), until);
    code.visitLabel(yes);
    code.visitLdcInsn(bit(rule));
    addTo(found);
    if (until != ConditionWriter.NONE) {
      outermost("max", lastTrue, until);
    }
    code.visitJumpInsn(GOTO, next);
    code.visitLabel(unknown);
    set(1, doubt);
    code.visitJumpInsn(GOTO, next);
    code.visitLabel(no);
    if (until != ConditionWriter.NONE) {
      earlier(firstFalse, until);
    }
    code.visitLabel(next);
  }

  private void bits(Provision rule) {
    BitWriter.Truth truth = bits.write(rule.formula());
    code.visitVarInsn(LLOAD, truth.yes());
    code.visitLdcInsn(plan.place(rule));
    code.visitInsn(LSHL);
    addTo(found);
    code.visitVarInsn(LLOAD, truth.yes());
    code.visitVarInsn(LLOAD, truth.no());
    code.visitInsn(LOR);
    code.visitLdcInsn(1L);
    code.visitInsn(LXOR);
    addTo(truth.open() ? open : doubt);
  }

  /** Adds the bits on the stack to those in a local variable. */
  private void addTo(int local) {
    code.visitVarInsn(LLOAD, local);
    code.visitInsn(LOR);
    code.visitVarInsn(LSTORE, local);
  }

  // ---- local variables ----

  private void jumpIfNoneFound(Label to) {
    code.visitVarInsn(LLOAD, found);
    code.visitInsn(LCONST_0);
    code.visitInsn(LCMP);
    code.visitJumpInsn(IFEQ, to);
  }

  private void leaveInDoubt() {
    jumpUnlessZero(doubt, leave);
  }

  private void jumpUnlessZero(int local, Label to) {
    code.visitVarInsn(LLOAD, local);
    code.visitInsn(LCONST_0);
    code.visitInsn(LCMP);
    code.visitJumpInsn(IFNE, to);
  }

  private void set(long value, int local) {
    code.visitLdcInsn(value);
    code.visitVarInsn(LSTORE, local);
  }

  private void number(int value, int local) {
    code.visitLdcInsn(value);
    code.visitVarInsn(ISTORE, local);
  }

  private void copy(int from, int to) {
    code.visitVarInsn(LLOAD, from);
    code.visitVarInsn(LSTORE, to);
  }

  private void earlier(int kept, int other) {
    outermost("min", kept, other);
  }

  private void outermost(String which, int kept, int other) {
    code.visitVarInsn(LLOAD, kept);
    code.visitVarInsn(LLOAD, other);
    code.visitMethodInsn(INVOKESTATIC, "java/lang/Math", which, "(JJ)J", false);
    code.visitVarInsn(LSTORE, kept);
  }
}
