package dev.zt.engine.compile;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;

import dev.zt.engine.facts.BoundRequest;
import dev.zt.engine.facts.Source;
import dev.zt.policy.Expr;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Writes what leaves a reading on the stack that the request itself gives; null where it does not.
 */
final class DirectWriter {
  static final String REQUEST = Type.getInternalName(BoundRequest.class);

  private static final String STANDING = Type.getInternalName(Standing.class);
  private static final String READING = ValueWriter.READING;
  private static final String OF_REQUEST = "(L" + REQUEST + ";";
  private static final String FIELD = Type.getDescriptor(EntityField.class);
  private static final String REF = "()" + Type.getDescriptor(Value.Ref.class);

  private final MethodVisitor code;
  private final ClassBuilder home;
  private final Vocabulary vocabulary;
  private final int request;

  /**
   * A writer.
   *
   * @param request the local variable of the request
   */
  DirectWriter(MethodVisitor code, ClassBuilder home, Vocabulary vocabulary, int request) {
    this.code = code;
    this.home = home;
    this.vocabulary = vocabulary;
    this.request = request;
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

  /** Where a request gives what a direct expression reads; null for a constant. */
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
    } else {
      Expr.FieldOf field = (Expr.FieldOf) inner;
      EntityField found = vocabulary.field(field.field(), field.target().type());
      home.constant(code, found, EntityField.class);
      read(field.target() instanceof Expr.Subject ? "subject" : "resource", FIELD);
    }
  }

  private void read(String method, String place) {
    String descriptor = OF_REQUEST + place + ")" + READING;
    code.visitMethodInsn(INVOKESTATIC, STANDING, method, descriptor, false);
  }
}
