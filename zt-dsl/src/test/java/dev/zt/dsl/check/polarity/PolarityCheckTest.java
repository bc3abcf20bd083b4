package dev.zt.dsl.check.polarity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.dsl.check.Written;
import dev.zt.dsl.diagnostic.Diagnostics;
import dev.zt.policy.CompareOp;
import dev.zt.policy.Effect;
import dev.zt.policy.Expr;
import dev.zt.policy.RiskTerm;
import dev.zt.policy.Rule;
import dev.zt.policy.Type;
import dev.zt.policy.value.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolarityCheckTest {
  private static List<String> errors(Written file, Rule... rules) {
    Diagnostics diagnostics = file.diagnostics();
    PolarityCheck.check(List.of(rules), List.of(), List.of(), List.of(), file.files(), diagnostics);
    return diagnostics.sorted().stream().map(Written::line).toList();
  }

  @Test
  void knownMayOpenButNotClose() {
    Written file = new Written("rule: … when known(device.id)");
    Expr known = file.known("device.id");

    assertThat(errors(file, file.rule(Effect.PERMIT, known, Map.of()))).isEmpty();
    assertThat(errors(file, file.rule(Effect.REQUIRE, known, Map.of()))).isEmpty();
    assertThat(errors(file, file.rule(Effect.FORBID, known, Map.of())))
        .containsExactly(
            "known(device.id): `known(device.id)` cannot stand here: "
                + "hiding `device.id` would open the door");
  }

  @Test
  void notKnownMayCloseButNotOpen() {
    Written file = new Written("rule: … when not known(device.id)");
    Expr not = file.not(file.known("device.id"), "not known(device.id)");

    assertThat(errors(file, file.rule(Effect.FORBID, not, Map.of()))).isEmpty();
    assertThat(errors(file, file.rule(Effect.PERMIT, not, Map.of())))
        .containsExactly(
            "not known(device.id): `not known(device.id)` cannot stand here: "
                + "hiding `device.id` would open the door");
  }

  @Test
  void aLetIsJudgedWhereItIsUsed() {
    Written file = new Written("let has_id = known(device.id)\nrule: … when has_id");
    Expr use = new Expr.Named("has_id", file.known("device.id"), null, file.at("has_id"));

    assertThat(errors(file, file.rule(Effect.PERMIT, use, Map.of()))).isEmpty();
    assertThat(errors(file, file.rule(Effect.FORBID, use, Map.of())))
        .containsExactly(
            "has_id: `has_id` cannot stand here: it holds `known(device.id)`, and "
                + "hiding `device.id` would open the door");
  }

  @Test
  void anArgumentOfALetIsPointedAtItself() {
    Written file = new Written("let no(b: bool) = not b\nrule: … when no(known(device.id))");
    Expr body = file.not(file.known("device.id"), "not b");
    Expr use = file.let("no(known(device.id))", body, null);

    assertThat(errors(file, file.rule(Effect.PERMIT, use, Map.of())))
        .containsExactly(
            "known(device.id): `known(device.id)` cannot stand here: "
                + "hiding `device.id` would open the door");
  }

  @Test
  void anOpenLetExcusesItsBodyButNotItsArguments() {
    Written file =
        new Written("let no(b: bool) = not b and known(user.id)\nrule: … no(known(device.id))");
    Expr mine = new Expr.Not(file.known("user.id"), file.at("known(user.id)"));
    Expr argument = file.not(file.known("device.id"), "not b");
    Expr body = new Expr.And(List.of(mine, argument), file.at("not b and known(user.id)"));
    Expr use = file.let("no(known(device.id))", body, "a try");

    assertThat(errors(file, file.rule(Effect.PERMIT, use, Map.of())))
        .containsExactly(
            "known(device.id): `known(device.id)` cannot stand here: "
                + "hiding `device.id` would open the door");
  }

  @Test
  void anOpenRuleIsExcused() {
    Written file = new Written("rule: … when known(device.id)");

    assertThat(
            errors(
                file,
                file.rule(Effect.FORBID, file.known("device.id"), Map.of("open", "a reason"))))
        .isEmpty();
  }

  @Test
  void aTermOfARiskFollowsTheComparisonAndTheSign() {
    Written file = new Written("risk r { 50 when known(device.id) }\nrule: … when r > 40");
    assertThat(errors(file, risk(file, Effect.PERMIT, 50, CompareOp.GT))).isEmpty();
    assertThat(errors(file, risk(file, Effect.FORBID, 50, CompareOp.LE))).isEmpty();
    assertThat(errors(file, risk(file, Effect.FORBID, -50, CompareOp.GT))).isEmpty();
    assertThat(errors(file, risk(file, Effect.FORBID, 50, CompareOp.GT)))
        .containsExactly(
            "known(device.id): `known(device.id)` cannot stand in this term under `r > 40`: "
                + "hiding `device.id` would open the door");
    assertThat(errors(file, risk(file, Effect.PERMIT, 50, CompareOp.LT))).hasSize(1);
    assertThat(errors(file, risk(file, Effect.PERMIT, -50, CompareOp.GT))).hasSize(1);
    assertThat(errors(file, risk(file, Effect.PERMIT, 50, CompareOp.EQ))).hasSize(1);
    assertThat(errors(file, risk(file, Effect.FORBID, 50, CompareOp.EQ))).hasSize(1);
  }

  private static Rule risk(Written file, Effect effect, long weight, CompareOp op) {
    RiskTerm term = new RiskTerm(weight, file.known("device.id"));
    Expr compared = new Expr.RiskCompare("r", List.of(term), op, 40, file.at("r > 40"));
    return file.rule(effect, compared, Map.of());
  }

  @Test
  void knownIsNoOperandOfAnythingElse() {
    Written file = new Written("rule: … when known(device.id) == false");
    Expr no = new Expr.Literal(Value.Bool.FALSE, Type.Scalar.BOOL, file.at("false"));
    Expr compared =
        new Expr.Compare(
            CompareOp.EQ, file.known("device.id"), no, file.at("known(device.id) == false"));

    assertThat(errors(file, file.rule(Effect.FORBID, compared, Map.of())))
        .containsExactly(
            "known(device.id): `known(device.id)` cannot be an operand: "
                + "hiding `device.id` would open the door");
  }

  @Test
  void whatStandsBehindManyNamesIsWalkedOnce() {
    Written file = new Written("let all = known(device.id)\nrule: … when all");
    Expr deep = file.known("device.id");
    for (int i = 0; i < 60; i++) {
      Expr use = new Expr.Named("all", deep, null, file.at("all"));
      deep = new Expr.And(List.of(use, use), file.at("all"));
    }
    Expr use = new Expr.Named("all", deep, null, file.at("all"));

    assertThat(errors(file, file.rule(Effect.FORBID, use, Map.of()))).hasSize(1);
  }
}
