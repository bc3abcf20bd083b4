package dev.zt.engine.compile;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;

import dev.zt.engine.facts.BoundRequest;
import dev.zt.engine.facts.Source;
import dev.zt.engine.facts.Surroundings;
import dev.zt.policy.Expr;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Writes what leaves a reading on the stack that the request itself gives, or of what one of its
 * entities refers to, an unchanging store; null where they do not.
 */
final class DirectWriter {
  static final String REQUEST = Type.getInternalName(BoundRequest.class);

  private static final String STANDING = Type.getInternalName(Standing.class);
  private static final String READING = ValueWriter.READING;
  private static final String OF_REQUEST = "(L" + REQUEST + ";";
  private static final String FIELD = Type.getDescriptor(EntityField.class);
  private static final String SURROUNDINGS = Type.getDescriptor(Surroundings.class);
  private static final String REF = "()" + Type.getDescriptor(Value.Ref.class);

  private final MethodVisitor code;
  private final ClassBuilder home;
  private final Vocabulary vocabulary;
  private final int request;
  private final int surroundings;

  /**
   * A writer.
   *
   * @param request the local variable of the request
   * @param surroundings that of what answers for what it does not say
   */
  DirectWriter(
      MethodVisitor code, ClassBuilder home, Vocabulary vocabulary, int request, int surroundings) {
    this.code = code;
    this.home = home;
    this.vocabulary = vocabulary;
    this.request = request;
    this.surroundings = surroundings;
  }

  /** An expression without the names that policies give to it. */
  static Expr bare(Expr expr) {
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

  /** Whether a request itself may give what an expression reads. */
  static boolean isDirect(Expr expr) {
    Expr inner = bare(expr);
    return inner instanceof Expr.Subject
        || inner instanceof Expr.Resource
        || isField(inner)
        || isFurther(inner)
        || ValueWriter.constant(inner) != null;
  }

  /** Whether an expression without names is a field that is read of the request. */
  static boolean isField(Expr inner) {
    return inner instanceof Expr.SignalField
        || inner instanceof Expr.ActionField
        || isEntityField(inner);
  }

  /** Whether it is one of the subject or of the resource. */
  static boolean isEntityField(Expr inner) {
    return inner instanceof Expr.FieldOf field
        && (field.target() instanceof Expr.Subject || field.target() instanceof Expr.Resource);
  }

  /** Whether it is a field of an entity that a field of the subject or of the resource names. */
  static boolean isFurther(Expr inner) {
    return inner instanceof Expr.FieldOf field
        && SingleTest.bare(field.target().type()) instanceof dev.zt.policy.Type.Entity
        && isEntityField(bare(field.target()));
  }

  /**
   * Where a request gives what a direct expression reads; null for a constant and for what it need
   * not give itself.
   */
  static @Nullable Source source(Expr expr) {
    Expr inner = bare(expr);
    if (inner instanceof Expr.Subject) {
      return new Source.Subject();
    }
    if (inner instanceof Expr.Resource) {
      return new Source.Resource();
    }
    if (inner instanceof Expr.SignalField field) {
      return new Source.OfSignal(field.signal(), field.field());
    }
    if (inner instanceof Expr.ActionField field) {
      return new Source.OfAction(field.field());
    }
    if (!isEntityField(inner)) {
      return null;
    }
    Expr.FieldOf field = (Expr.FieldOf) inner;
    return field.target() instanceof Expr.Subject
        ? new Source.OfSubject(field.field())
        : new Source.OfResource(field.field());
  }

  /** Writes a direct expression. */
  void write(Expr expr) {
    Expr inner = bare(expr);
    Value constant = ValueWriter.constant(inner);
    if (constant != null) {
      home.constant(code, constant, Reading.class);
      return;
    }
    code.visitVarInsn(ALOAD, request);
    if (inner instanceof Expr.Subject) {
      code.visitMethodInsn(INVOKEVIRTUAL, REQUEST, "subject", REF, false);
    } else if (inner instanceof Expr.Resource) {
      code.visitMethodInsn(INVOKEVIRTUAL, REQUEST, "resource", REF, false);
    } else if (inner instanceof Expr.SignalField field) {
      int number = vocabulary.layout().signal(field.signal());
      code.visitLdcInsn(number);
      code.visitLdcInsn(vocabulary.layout().signalSlot(number, field.field()));
      read("signal", "II");
    } else if (inner instanceof Expr.ActionField field) {
      code.visitLdcInsn(vocabulary.layout().actionSlot(field.field()));
      read("action", "I");
    } else if (isFurther(inner)) {
      Expr.FieldOf field = (Expr.FieldOf) inner;
      code.visitVarInsn(ALOAD, surroundings);
      write(field.target());
      home.constant(code, field(field), EntityField.class);
      read("further", SURROUNDINGS + READING + FIELD);
    } else {
      Expr.FieldOf field = (Expr.FieldOf) inner;
      home.constant(code, field(field), EntityField.class);
      read(field.target() instanceof Expr.Subject ? "subject" : "resource", FIELD);
    }
  }

  private EntityField field(Expr.FieldOf read) {
    return vocabulary.field(read.field(), read.target().type());
  }

  private void read(String method, String place) {
    String descriptor = OF_REQUEST + place + ")" + READING;
    code.visitMethodInsn(INVOKESTATIC, STANDING, method, descriptor, false);
  }
}
