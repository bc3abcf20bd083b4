package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.syntax.Declaration;
import dev.zt.dsl.syntax.Expression;
import dev.zt.policy.Elevation;
import dev.zt.policy.Expr;
import dev.zt.policy.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns an elevation as written into one with typed conditions. */
final class ElevationChecker {
  private static final String APPROVER = "approver";
  private static final int MOST_APPROVERS = 100;

  private final Checking checking;
  private final Declared declared;
  private final FileScope file;
  private final Declaration.Elevation written;

  ElevationChecker(Checking checking, Declared declared, Declaration.Elevation written) {
    this.checking = checking;
    this.declared = declared;
    this.file = declared.file();
    this.written = written;
  }

  Elevation check() {
    ScopeChecker scopes = new ScopeChecker(checking, file, declared.nameSpan());
    ScopeChecker.Scoped scoped =
        scopes.check(written.subjects(), written.actions(), written.resources());
    if (written.atMost().millis() == 0) {
      file.report(Code.OUT_OF_RANGE, written.atMost().span(), "a grant is active for some time");
    }
    return new Elevation(
        declared.qualified(),
        declared.name(),
        scoped.scope(),
        clause(written.when(), scoped.env(file)),
        written.atMost().millis(),
        approval(scopes, scoped),
        written.withReason(),
        Annotations.of(file, written.preamble()),
        declared.at());
  }

  private Elevation.@Nullable Approval approval(ScopeChecker scopes, ScopeChecker.Scoped scoped) {
    Declaration.Elevation.Approval approval = written.approval();
    if (approval == null) {
      return null;
    }
    if (approval.count() < 1 || approval.count() > MOST_APPROVERS) {
      file.report(
          Code.OUT_OF_RANGE,
          approval.countSpan(),
          "between 1 and " + MOST_APPROVERS + " approvers can be asked for");
    }
    Type.Entity type = scopes.subjectType(approval.subjects());
    List<Expr> approvers = scopes.subjects(approval.subjects(), type, scoped.resource());
    Expr approver = new Expr.Variable(APPROVER, type, file.at(approval.subjects().span()));
    Env env = scoped.env(file).with(APPROVER, approver);
    int count = (int) Math.max(1, Math.min(MOST_APPROVERS, approval.count()));
    return new Elevation.Approval(count, approvers, clause(approval.when(), env));
  }

  private @Nullable Expr clause(@Nullable Expression condition, Env env) {
    if (condition == null) {
      return null;
    }
    Expr typed = new ExprChecker(checking, env).condition(condition);
    if (checking.expansion().isTooLarge(typed)) {
      file.report(
          Code.EXPANDS_TOO_FAR,
          declared.nameSpan(),
          "`" + declared.name() + "` is too large with everything that it names");
    }
    return typed;
  }
}
