package dev.zt.dsl.check.lint;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.diagnostic.Nearest;
import dev.zt.policy.CompareOp;
import dev.zt.policy.Expr;
import dev.zt.policy.ExprParts;
import dev.zt.policy.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Constants that {@code identity.methods} is compared with and that are no registered method. */
final class RegisteredMethods {
  /** The Authentication Method Reference Values of RFC 8176 §2. */
  static final Set<String> REGISTERED =
      Set.of(
          "face", "fpt", "geo", "hwk", "iris", "kba", "mca", "mfa", "otp", "pin", "pop", "pwd",
          "rba", "retina", "sc", "sms", "swk", "tel", "user", "vbm", "wia");

  /** What other vocabularies call methods that are registered under another name. */
  private static final Map<String, String> OTHER_WORDS =
      Map.of(
          "password", "`pwd`",
          "totp", "`otp`",
          "hotp", "`otp`",
          "fido", "`hwk` or `swk`",
          "fido2", "`hwk` or `swk`",
          "webauthn", "`hwk` or `swk`",
          "passkey", "`hwk` or `swk`",
          "fingerprint", "`fpt`",
          "smartcard", "`sc`",
          "phone", "`tel`");

  private final Findings findings;

  RegisteredMethods(Findings findings) {
    this.findings = findings;
  }

  void visit(Expr expr) {
    if (expr instanceof Expr.InSet in && isMethods(in.set())) {
      constants(in.element());
    } else if (expr instanceof Expr.Contains contains && isMethods(contains.set())) {
      constants(contains.operand());
    } else if (expr instanceof Expr.Compare compare && isMethods(compare.left())) {
      constants(compare.right());
    } else if (expr instanceof Expr.Compare compare && isMethods(compare.right())) {
      constants(compare.left());
    } else if (expr instanceof Expr.Quantified quantified && isMethods(quantified.set())) {
      body(quantified.body(), quantified.variable());
    }
  }

  /** What the variable that stands for one method is compared with. */
  private void body(Expr expr, String variable) {
    if (expr instanceof Expr.Compare compare && isEquality(compare.op())) {
      if (isVariable(compare.left(), variable)) {
        constants(compare.right());
      } else if (isVariable(compare.right(), variable)) {
        constants(compare.left());
      }
    } else if (expr instanceof Expr.InSet in && isVariable(in.element(), variable)) {
      constants(in.set());
    } else {
      ExprParts.of(expr).forEach(part -> body(part, variable));
    }
  }

  private static boolean isEquality(CompareOp op) {
    return op == CompareOp.EQ || op == CompareOp.NE;
  }

  private static boolean isVariable(Expr expr, String name) {
    return expr instanceof Expr.Variable variable && variable.name().equals(name);
  }

  private static boolean isMethods(Expr expr) {
    return Constants.bare(expr) instanceof Expr.SignalField field
        && field.signal().equals("identity")
        && field.field().equals("methods");
  }

  private void constants(Expr expr) {
    Expr bare = Constants.bare(expr);
    if (bare instanceof Expr.ListOf list) {
      list.elements().forEach(this::constants);
    } else if (bare instanceof Expr.Literal literal) {
      List<Value> values =
          literal.value() instanceof Value.SetOf set
              ? List.copyOf(set.elements())
              : List.of(literal.value());
      values.forEach(value -> constant(literal, value));
    }
  }

  private void constant(Expr.Literal literal, Value value) {
    if (value instanceof Value.Text text && !REGISTERED.contains(text.value())) {
      findings.add(
          Code.UNREGISTERED_METHOD,
          literal.span(),
          "`" + text.value() + "` is no authentication method that RFC 8176 registers",
          help(text.value()));
    }
  }

  private static @Nullable String help(String method) {
    String other = OTHER_WORDS.get(method.toLowerCase(Locale.ROOT));
    return other == null
        ? Nearest.help(method, REGISTERED).orElse(null)
        : "did you mean " + other + "?";
  }
}
