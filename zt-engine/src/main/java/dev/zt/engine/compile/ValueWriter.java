package dev.zt.engine.compile;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;

import dev.zt.policy.Expr;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Writes what leaves a reading on the stack: null or an {@code Absent} where it is unknown.
 *
 * <p>It does so for <em>plain</em> expressions, which stand still: time changes them only where a
 * signal in them goes stale.
 */
final class ValueWriter {
  static final String READING = Type.getDescriptor(Reading.class);

  private static final String VALUES = Type.getInternalName(Values.class);
  private static final String REF = Type.getDescriptor(Value.Ref.class);
  private static final String FIELD = Type.getDescriptor(EntityField.class);

  private final ClassBuilder home;
  private final Vocabulary vocabulary;

  ValueWriter(ClassBuilder home, Vocabulary vocabulary) {
    this.home = home;
    this.vocabulary = vocabulary;
  }

  /** Whether an expression is plain. */
  static boolean isPlain(Expr expr) {
    if (expr instanceof Expr.Literal
        || expr instanceof Expr.Subject
        || expr instanceof Expr.Resource
        || expr instanceof Expr.SignalField
        || expr instanceof Expr.ActionField) {
      return true;
    }
    if (expr instanceof Expr.FieldOf field) {
      return isPlain(field.target());
    }
    if (expr instanceof Expr.Named named) {
      return isPlain(named.body());
    }
    if (expr instanceof Expr.Derived derived) {
      return ownerIsKnown(derived) && isPlain(derived.body());
    }
    if (expr instanceof Expr.OpenField open) {
      return isPlain(open.field());
    }
    if (expr instanceof Expr.Default given) {
      return isPlain(given.operand()) && constant(given.standIn()) != null;
    }
    if (expr instanceof Expr.Arithmetic arithmetic) {
      return isPlain(arithmetic.left()) && isPlain(arithmetic.right());
    }
    if (expr instanceof Expr.Lower lower) {
      return isPlain(lower.text());
    }
    if (expr instanceof Expr.Size size) {
      return isPlain(size.set());
    }
    return constant(expr) != null;
  }

  /** A derived field of something unknown is unknown, even if its body would not be. */
  static boolean ownerIsKnown(Expr.Derived derived) {
    return !(derived.path() instanceof Expr.FieldOf field)
        || field.target() instanceof Expr.Subject
        || field.target() instanceof Expr.Resource;
  }

  /** The value of an expression that is one, or null. */
  static @Nullable Value constant(Expr expr) {
    if (expr instanceof Expr.Literal literal) {
      return literal.value();
    }
    if (expr instanceof Expr.Named named) {
      return constant(named.body());
    }
    if (expr instanceof Expr.ListOf list) {
      List<Value> values = constants(list);
      return values == null ? null : Value.SetOf.of(values);
    }
    return null;
  }

  /** The values of a list of constants, none of which is none; else null. */
  static @Nullable List<Value> constants(Expr expr) {
    if (expr instanceof Expr.Named named) {
      return constants(named.body());
    }
    if (!(expr instanceof Expr.ListOf list)) {
      return null;
    }
    List<Value> values = new ArrayList<>();
    for (Expr element : list.elements()) {
      Value value = constant(element);
      if (value == null || value == Value.NONE) {
        return null;
      }
      values.add(value);
    }
    return values;
  }

  /** Writes a plain expression. */
  void write(MethodVisitor code, Expr expr) {
    Value constant = constant(expr);
    if (constant != null) {
      home.constant(code, constant, Reading.class);
    } else if (expr instanceof Expr.Subject) {
      call(code, "subject", "()" + REF);
    } else if (expr instanceof Expr.Resource) {
      call(code, "resource", "()" + REF);
    } else if (expr instanceof Expr.SignalField field) {
      signal(code, field);
    } else if (expr instanceof Expr.ActionField field) {
      code.visitVarInsn(ALOAD, 0);
      code.visitLdcInsn(vocabulary.layout().actionSlot(field.field()));
      invoke(code, "action", "(I)" + READING);
    } else if (expr instanceof Expr.FieldOf field) {
      field(code, field);
    } else if (expr instanceof Expr.Named named) {
      write(code, named.body());
    } else if (expr instanceof Expr.Derived derived) {
      write(code, derived.body());
    } else if (expr instanceof Expr.OpenField open) {
      write(code, open.field());
      home.constant(code, open.standIn().value(), Reading.class);
      compute(code, "orElse", 2);
    } else if (expr instanceof Expr.Default given) {
      write(code, given.operand());
      write(code, given.standIn());
      compute(code, "orElse", 2);
    } else if (expr instanceof Expr.Arithmetic arithmetic) {
      write(code, arithmetic.left());
      write(code, arithmetic.right());
      compute(code, arithmetic.op().name().toLowerCase(java.util.Locale.ROOT), 2);
    } else if (expr instanceof Expr.Lower lower) {
      write(code, lower.text());
      compute(code, "lower", 1);
    } else if (expr instanceof Expr.Size size) {
      write(code, size.set());
      compute(code, "size", 1);
    } else {
      throw new IllegalArgumentException("not plain: " + expr);
    }
  }

  private void signal(MethodVisitor code, Expr.SignalField field) {
    int number = vocabulary.layout().signal(field.signal());
    int slot = vocabulary.layout().signalSlot(number, field.field());
    FreshSignal fresh = vocabulary.fresh(field.signal());
    code.visitVarInsn(ALOAD, 0);
    if (fresh == null) {
      code.visitLdcInsn(number);
      code.visitLdcInsn(slot);
      invoke(code, "signal", "(II)" + READING);
    } else {
      home.constant(code, fresh, FreshSignal.class);
      code.visitLdcInsn(slot);
      invoke(code, "signal", "(" + Type.getDescriptor(FreshSignal.class) + "I)" + READING);
    }
  }

  private void field(MethodVisitor code, Expr.FieldOf field) {
    EntityField found = vocabulary.field(field.field(), field.target().type());
    code.visitVarInsn(ALOAD, 0);
    if (field.target() instanceof Expr.Subject || field.target() instanceof Expr.Resource) {
      home.constant(code, found, EntityField.class);
      String owner = field.target() instanceof Expr.Subject ? "subject" : "resource";
      invoke(code, owner, "(" + FIELD + ")" + READING);
    } else {
      write(code, field.target());
      home.constant(code, found, EntityField.class);
      invoke(code, "field", "(" + READING + FIELD + ")" + READING);
    }
  }

  private static void call(MethodVisitor code, String method, String descriptor) {
    code.visitVarInsn(ALOAD, 0);
    invoke(code, method, descriptor);
  }

  private static void invoke(MethodVisitor code, String method, String descriptor) {
    code.visitMethodInsn(INVOKEVIRTUAL, ClassBuilder.FRAME, method, descriptor, false);
  }

  private static void compute(MethodVisitor code, String method, int operands) {
    String descriptor = "(" + READING.repeat(operands) + ")" + READING;
    code.visitMethodInsn(INVOKESTATIC, VALUES, method, descriptor, false);
  }
}
