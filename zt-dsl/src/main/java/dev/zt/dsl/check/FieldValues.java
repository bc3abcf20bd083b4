package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.syntax.Expression;
import dev.zt.dsl.syntax.Name;
import dev.zt.policy.Expr;
import dev.zt.policy.ExprParts;
import dev.zt.policy.Type;
import dev.zt.policy.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Looks at what fields are derived from, and at the constants that stand in for unknown ones. */
final class FieldValues {
  private final Checking checking;
  private final SecretFields secrets;
  private final List<Expr.Derived> derived = new ArrayList<>();

  FieldValues(Checking checking) {
    this.checking = checking;
    this.secrets = new SecretFields(checking.symbols());
  }

  void check() {
    Symbols symbols = checking.symbols();
    for (FieldOwner owner : everyOwner(symbols)) {
      readStandIns(owner);
    }
    for (FieldOwner owner : everyOwner(symbols)) {
      secrets.check(owner);
    }
    for (FieldOwner owner : symbols.structures().values()) {
      derive(owner, structure(owner));
    }
    for (EntityType type : symbols.entities().values()) {
      derive(type.fields(), Type.Entity.of(type.qualified()));
    }
    for (SignalType signal : symbols.signals().values()) {
      for (DeclaredField field : signal.fields().declared()) {
        FieldReads reads = reads(field);
        derived(field, reads.ofSignal(signal, name(field), field.nameSpan()));
      }
    }
    for (DeclaredField field : symbols.action().declared()) {
      derived(field, reads(field).ofAction(name(field), field.nameSpan()));
    }
  }

  /** The derived fields that could be understood, as they are declared. */
  List<Expr.Derived> derived() {
    return derived;
  }

  private static List<FieldOwner> everyOwner(Symbols symbols) {
    List<FieldOwner> owners = new ArrayList<>(symbols.structures().values());
    for (EntityType type : symbols.entities().values()) {
      owners.add(type.fields());
    }
    for (SignalType signal : symbols.signals().values()) {
      owners.add(signal.fields());
    }
    owners.add(symbols.action());
    return owners;
  }

  private static Type structure(FieldOwner owner) {
    return new Type.Structure(owner.qualified());
  }

  private Env env(DeclaredField field, Place place) {
    Symbols symbols = checking.symbols();
    return Env.of(field.file(), place, symbols.everyEntity(), symbols.everyResource());
  }

  private FieldReads reads(DeclaredField field) {
    return new FieldReads(new ExprChecker(checking, env(field, Place.REQUEST)));
  }

  private static Name name(DeclaredField field) {
    return new Name(field.name(), field.nameSpan());
  }

  // ---- constants ----

  private void readStandIns(FieldOwner owner) {
    for (DeclaredField field : owner.declared()) {
      Expression written = field.writtenStandIn();
      if (written != null) {
        checking
            .openPlaces()
            .add(
                owner.qualified() + "." + field.name(),
                field.open(),
                field.file().at(field.nameSpan()));
        readStandIn(field, written);
      }
    }
  }

  private void readStandIn(DeclaredField field, Expression written) {
    Expr typed = new ExprChecker(checking, env(field, Place.CONSTANT)).check(written, field.type());
    Value value = Poison.is(typed) ? null : ConstantValues.of(typed);
    if (value != null) {
      field.standIn(new Expr.Literal(value, typed.type(), typed.span()));
    } else if (!Poison.is(typed)) {
      field
          .file()
          .report(
              Code.NOT_A_CONSTANT,
              written.span(),
              "what stands in for an unknown must be a constant");
    }
  }

  // ---- derived fields ----

  private void derive(FieldOwner owner, Type type) {
    for (DeclaredField field : owner.declared()) {
      if (field.derivation() != null) {
        Expr target = new Expr.Variable(owner.name(), type, field.file().at(field.nameSpan()));
        derived(field, reads(field).field(target, name(field), field.nameSpan()));
      }
    }
  }

  private void derived(DeclaredField field, Expr read) {
    Expression derivation = field.derivation();
    if (derivation == null || !(read instanceof Expr.Derived meant)) {
      return;
    }
    derived.add(meant);
    secrets.check(field, meant.body());
    if (!dependsOnSomething(meant.body())) {
      field
          .file()
          .report(
              Code.CONSTANT_FIELD,
              derivation.span(),
              "`" + field.name() + "` would never be anything else",
              "with `@open(\"why\")` before it a constant stands in for an unknown");
    }
  }

  private static boolean dependsOnSomething(Expr expr) {
    if (expr instanceof Expr.Now
        || expr instanceof Expr.Age
        || expr instanceof Expr.FieldOf
        || expr instanceof Expr.SignalField
        || expr instanceof Expr.ActionField) {
      return true;
    }
    for (Expr part : ExprParts.of(expr)) {
      if (dependsOnSomething(part)) {
        return true;
      }
    }
    return false;
  }
}
