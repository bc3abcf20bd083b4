package dev.zt.engine.compile;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.PUTFIELD;

import dev.zt.policy.Affix;
import dev.zt.policy.ArithmeticOp;
import dev.zt.policy.CompareOp;
import dev.zt.policy.Containment;
import dev.zt.policy.Expr;
import dev.zt.policy.Type.Scalar;
import dev.zt.policy.value.Cidr;
import dev.zt.policy.value.CidrSet;
import dev.zt.policy.value.Glob;
import dev.zt.policy.value.Schedule;
import dev.zt.policy.value.SpiffePattern;
import dev.zt.policy.value.Value;
import java.util.ArrayList;
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
  private static final String TESTS = Type.getInternalName(Tests.class);
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
    RememberedTest remembered = RememberedTest.of(test, vocabulary);
    if (remembered != null) {
      home.constant(code, remembered, RememberedTest.class);
      code.visitVarInsn(ALOAD, 0);
      String owner = Type.getInternalName(RememberedTest.class);
      code.visitMethodInsn(INVOKEVIRTUAL, owner, "judge", "(" + FRAME + ")I", false);
      return;
    }
    Runnable form = form(code, test);
    if (form == null) {
      code.visitVarInsn(ALOAD, 0);
      home.constant(code, test, Expr.class);
      code.visitMethodInsn(INVOKEVIRTUAL, ClassBuilder.FRAME, "judge", JUDGE, false);
    } else {
      form.run();
    }
  }

  /** How a test is written, or null where that is left to the reference. */
  private @Nullable Runnable form(MethodVisitor code, Expr test) {
    Runnable running = running(code, test);
    if (running != null) {
      return running;
    }
    Runnable plain = plain(code, test);
    if (plain == null) {
      return null;
    }
    Set<FreshSignal> fresh = vocabulary.freshIn(test);
    return () -> {
      plain.run();
      if (!fresh.isEmpty()) {
        code.visitVarInsn(ALOAD, 0);
        until(code, fresh);
        code.visitFieldInsn(PUTFIELD, ClassBuilder.FRAME, "until", "J");
      }
    };
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

  /** A comparison of something that runs with the clock with something plain. */
  private @Nullable Runnable running(MethodVisitor code, Expr test) {
    if (test instanceof Expr.InSchedule in) {
      return ValueWriter.constant(in.schedule()) instanceof Schedule schedule
          ? () -> within(code, schedule)
          : null;
    }
    if (!(test instanceof Expr.Compare compare)) {
      return null;
    }
    Set<FreshSignal> fresh = vocabulary.freshIn(test);
    Runnable form = running(code, compare.left(), compare.right(), compare.op(), fresh);
    return form == null
        ? running(code, compare.right(), compare.left(), mirrored(compare.op()), fresh)
        : form;
  }

  private void within(MethodVisitor code, Schedule schedule) {
    home.constant(code, vocabulary.hours(schedule), Hours.class);
    code.visitVarInsn(ALOAD, 0);
    String descriptor = "(" + Type.getDescriptor(Hours.class) + FRAME + ")I";
    code.visitMethodInsn(INVOKESTATIC, RUNNING, "within", descriptor, false);
  }

  private @Nullable Runnable running(
      MethodVisitor code, Expr moving, Expr still, CompareOp op, Set<FreshSignal> fresh) {
    Expr left = bare(moving);
    if (!ValueWriter.isPlain(still)) {
      return null;
    }
    if (left instanceof Expr.Now) {
      return () -> run(code, "clock", List.of(still), op, fresh);
    }
    if (left instanceof Expr.Age age && ValueWriter.isPlain(age.time())) {
      return () -> run(code, "age", List.of(age.time(), still), op, fresh);
    }
    if (left instanceof Expr.Arithmetic sum
        && sum.op() == ArithmeticOp.MINUS
        && sum.type() == Scalar.DURATION) {
      Expr first = bare(sum.left());
      Expr second = bare(sum.right());
      if (first instanceof Expr.Now && ValueWriter.isPlain(second)) {
        return () -> run(code, "since", List.of(second, still), op, fresh);
      }
      if (second instanceof Expr.Now && ValueWriter.isPlain(first)) {
        return () -> run(code, "before", List.of(first, still), op, fresh);
      }
    }
    return null;
  }

  private void run(
      MethodVisitor code, String name, List<Expr> operands, CompareOp op, Set<FreshSignal> fresh) {
    operands.forEach(operand -> values.write(code, operand));
    code.visitLdcInsn(Tests.signs(op));
    until(code, fresh);
    code.visitVarInsn(ALOAD, 0);
    String descriptor = "(" + READING.repeat(operands.size()) + "IJ" + FRAME + ")I";
    code.visitMethodInsn(INVOKESTATIC, RUNNING, name, descriptor, false);
  }

  private static Expr bare(Expr expr) {
    Expr inner = expr;
    while (true) {
      if (inner instanceof Expr.Named named) {
        inner = named.body();
      } else if (inner instanceof Expr.Derived derived && ValueWriter.ownerIsKnown(derived)) {
        inner = derived.body();
      } else {
        return inner;
      }
    }
  }

  private static CompareOp mirrored(CompareOp op) {
    return switch (op) {
      case EQ, NE -> op;
      case LT -> CompareOp.GT;
      case LE -> CompareOp.GE;
      case GT -> CompareOp.LT;
      case GE -> CompareOp.LE;
    };
  }

  // ---- tests that stand still ----

  private @Nullable Runnable plain(MethodVisitor code, Expr test) {
    if (test instanceof Expr.Compare compare) {
      return compare(code, compare);
    }
    if (test instanceof Expr.InSet in) {
      return membership(code, in.element(), in.set());
    }
    if (test instanceof Expr.Contains contains) {
      return contains(code, contains);
    }
    if (test instanceof Expr.InHierarchy in) {
      return hierarchy(code, in);
    }
    if (test instanceof Expr.InNetwork in) {
      return network(code, in);
    }
    if (test instanceof Expr.IsNone none) {
      return unary(code, none.operand(), "isNone");
    }
    if (test instanceof Expr.Known known) {
      return unary(code, known.operand(), "isKnown");
    }
    if (test instanceof Expr.IsType is) {
      return isType(code, is);
    }
    if (test instanceof Expr.MatchesGlob matches) {
      return unary(code, matches.text(), "matches", matches.pattern(), Glob.class);
    }
    if (test instanceof Expr.MatchesSpiffe matches) {
      return unary(code, matches.id(), "matches", matches.pattern(), SpiffePattern.class);
    }
    if (test instanceof Expr.HasAffix affix) {
      String name = affix.affix() == Affix.PREFIX ? "startsWith" : "endsWith";
      return binary(code, affix.text(), affix.other(), name);
    }
    if (test instanceof Expr.HasRole role) {
      int bit = vocabulary.layout().roles().bit(role.grantedBy());
      return () -> names(code, "role", role.grantedBy(), bit);
    }
    if (test instanceof Expr.HasGroup group) {
      Set<String> name = Set.of(group.group());
      int bit = vocabulary.layout().groups().bit(name);
      return () -> names(code, "group", name, bit);
    }
    return ValueWriter.isPlain(test) ? unary(code, test, "isTrue") : null;
  }

  private @Nullable Runnable compare(MethodVisitor code, Expr.Compare compare) {
    dev.zt.policy.Type type = bare(compare.left().type());
    if (!ValueWriter.isPlain(compare.left()) || !ValueWriter.isPlain(compare.right())) {
      return null;
    }
    String ordered = ordered(type);
    if (ordered != null) {
      return () -> {
        values.write(code, compare.left());
        values.write(code, compare.right());
        code.visitLdcInsn(Tests.signs(compare.op()));
        test(code, ordered, "(" + READING + READING + "I)I");
      };
    }
    Runnable same = same(code, compare, type);
    return same == null || compare.op() == CompareOp.EQ
        ? same
        : () -> {
          same.run();
          test(code, "not", "(I)I");
        };
  }

  private @Nullable Runnable same(
      MethodVisitor code, Expr.Compare compare, dev.zt.policy.Type type) {
    if (type instanceof dev.zt.policy.Type.Structure) {
      return null;
    }
    String name =
        type == Scalar.STRING
            ? "sameText"
            : type == Scalar.COUNTRY
                ? "sameCountry"
                : type instanceof dev.zt.policy.Type.Entity ? "sameEntity" : "same";
    return binary(code, compare.left(), compare.right(), name);
  }

  private static @Nullable String ordered(dev.zt.policy.Type type) {
    if (type instanceof dev.zt.policy.Type.Enumeration) {
      return "compareEnums";
    }
    return type instanceof Scalar scalar
        ? switch (scalar) {
          case INT -> "compareInts";
          case DECIMAL -> "compareDecimals";
          case DURATION -> "compareDurations";
          case TIME -> "compareTimes";
          case DISTANCE -> "compareDistances";
          case SPEED -> "compareSpeeds";
          case VERSION -> "compareVersions";
          case BOOL, STRING, IP, CIDR, COUNTRY, POINT, SCHEDULE, SPIFFE -> null;
        }
        : null;
  }

  private static dev.zt.policy.Type bare(dev.zt.policy.Type type) {
    return type instanceof dev.zt.policy.Type.Optional optional ? optional.value() : type;
  }

  // ---- membership ----

  private @Nullable Runnable membership(MethodVisitor code, Expr element, Expr set) {
    dev.zt.policy.Type type = bare(element.type());
    if (!ValueWriter.isPlain(element) || type instanceof dev.zt.policy.Type.Structure) {
      return null;
    }
    List<Value> constants = ValueWriter.constants(set);
    if (constants != null) {
      return constants.isEmpty() ? null : among(code, element, type, constants);
    }
    return ValueWriter.isPlain(set) && vocabulary.freshIn(element).isEmpty()
        ? binary(code, set, element, "contains")
        : null;
  }

  private @Nullable Runnable among(
      MethodVisitor code, Expr element, dev.zt.policy.Type type, List<Value> constants) {
    if (type == Scalar.COUNTRY) {
      return unary(code, element, "among", CountrySet.of(constants), CountrySet.class);
    }
    EnumSetOf enums = EnumSetOf.of(constants);
    return enums != null
        ? unary(code, element, "among", enums, EnumSetOf.class)
        : unary(code, element, "among", Set.copyOf(constants), Set.class);
  }

  private @Nullable Runnable contains(MethodVisitor code, Expr.Contains contains) {
    if (contains.kind() == Containment.ONE) {
      return membership(code, contains.operand(), contains.set());
    }
    List<Value> wanted = ValueWriter.constants(contains.operand());
    boolean timeless = vocabulary.freshIn(contains).isEmpty();
    return timeless || (wanted != null && !wanted.isEmpty())
        ? binary(
            code,
            contains.set(),
            contains.operand(),
            contains.kind() == Containment.ANY ? "containsAny" : "containsAll")
        : null;
  }

  private @Nullable Runnable hierarchy(MethodVisitor code, Expr.InHierarchy in) {
    if (!ValueWriter.isPlain(in.member()) || !ValueWriter.isPlain(in.container())) {
      return null;
    }
    boolean several = bare(in.container().type()) instanceof dev.zt.policy.Type.SetOf;
    List<Value> constants = ValueWriter.constants(in.container());
    boolean written = constants != null && !constants.isEmpty();
    if (several && !written && !vocabulary.freshIn(in).isEmpty()) {
      return null;
    }
    return () -> {
      code.visitVarInsn(ALOAD, 0);
      values.write(code, in.member());
      values.write(code, in.container());
      code.visitMethodInsn(
          INVOKEVIRTUAL,
          ClassBuilder.FRAME,
          several ? "inAny" : "in",
          "(" + READING + READING + ")I",
          false);
    };
  }

  private @Nullable Runnable network(MethodVisitor code, Expr.InNetwork in) {
    if (bare(in.inner().type()) != Scalar.IP) {
      return null;
    }
    List<Cidr> ranges = new ArrayList<>();
    List<Value> constants = ValueWriter.constants(in.outer());
    if (constants != null) {
      constants.forEach(range -> ranges.add((Cidr) range));
    } else if (ValueWriter.constant(in.outer()) instanceof Cidr single) {
      ranges.add(single);
    }
    return ranges.isEmpty()
        ? null
        : unary(code, in.inner(), "among", CidrSet.of(ranges), CidrSet.class);
  }

  private @Nullable Runnable isType(MethodVisitor code, Expr.IsType is) {
    if (is.entity() instanceof Expr.Subject || is.entity() instanceof Expr.Resource) {
      String name = is.entity() instanceof Expr.Subject ? "subjectIs" : "resourceIs";
      return () -> {
        code.visitVarInsn(ALOAD, 0);
        code.visitLdcInsn(vocabulary.layout().entityType(is.entityType()));
        code.visitMethodInsn(INVOKEVIRTUAL, ClassBuilder.FRAME, name, "(I)I", false);
      };
    }
    return unary(code, is.entity(), "isType", is.entityType(), String.class);
  }

  private void names(MethodVisitor code, String method, Set<String> names, int bit) {
    code.visitVarInsn(ALOAD, 0);
    if (bit >= 0) {
      code.visitLdcInsn(bit);
    }
    home.constant(code, NameSet.of(names), NameSet.class);
    String descriptor = (bit >= 0 ? "(I" : "(") + Type.getDescriptor(NameSet.class) + ")I";
    code.visitMethodInsn(INVOKEVIRTUAL, ClassBuilder.FRAME, method, descriptor, false);
  }

  // ---- forms ----

  private @Nullable Runnable unary(MethodVisitor code, Expr operand, String name) {
    return ValueWriter.isPlain(operand)
        ? () -> {
          values.write(code, operand);
          test(code, name, "(" + READING + ")I");
        }
        : null;
  }

  private <T> @Nullable Runnable unary(
      MethodVisitor code, Expr operand, String name, T constant, Class<? super T> type) {
    return ValueWriter.isPlain(operand)
        ? () -> {
          values.write(code, operand);
          home.constant(code, constant, type);
          test(code, name, "(" + READING + Type.getDescriptor(type) + ")I");
        }
        : null;
  }

  private @Nullable Runnable binary(MethodVisitor code, Expr left, Expr right, String name) {
    return ValueWriter.isPlain(left) && ValueWriter.isPlain(right)
        ? () -> {
          values.write(code, left);
          values.write(code, right);
          test(code, name, "(" + READING + READING + ")I");
        }
        : null;
  }

  private static void test(MethodVisitor code, String name, String descriptor) {
    code.visitMethodInsn(INVOKESTATIC, TESTS, name, descriptor, false);
  }
}
