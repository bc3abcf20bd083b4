package dev.zt.engine.compile;

import dev.zt.engine.facts.Questions;
import dev.zt.engine.facts.Source;
import dev.zt.policy.Expr;
import dev.zt.policy.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the questions that are worth an answer when a field is read: those of rules that are judged
 * one after the other. Rules that indexes hold are rarely looked at.
 */
final class Inquirer {
  private final Questions.Builder questions = new Questions.Builder();
  private final Schema schema;

  private Inquirer(Schema schema) {
    this.schema = schema;
  }

  static Questions questions(List<Provision> provisions, Schema schema) {
    Map<List<Object>, List<Provision>> together = new LinkedHashMap<>();
    for (Provision provision : provisions) {
      together
          .computeIfAbsent(
              List.of(provision.rule().scope().targets(), provision.step()),
              first -> new ArrayList<>())
          .add(provision);
    }
    Inquirer inquirer = new Inquirer(schema);
    for (List<Provision> rules : together.values()) {
      if (rules.size() < Arrangement.MANY) {
        for (Provision rule : rules) {
          inquirer.ask(rule.formula());
        }
      }
    }
    return inquirer.questions.build();
  }

  private void ask(Formula formula) {
    for (Formula.Test test : Formula.tests(formula)) {
      question(test.expr());
    }
  }

  private void question(Expr test) {
    Moving moving = Moving.of(test);
    Expr time = moving == null ? null : moving.time();
    if (time != null) {
      time(DirectWriter.bare(time));
      return;
    }
    SingleTest single = SingleTest.of(test);
    OwnField own = single == null ? null : OwnField.of(single);
    if (own == null) {
      pair(test);
      return;
    }
    if (own.field() instanceof Expr.SignalField field) {
      questions.ofContext(test, field.signal(), field.field(), own.question());
    } else if (own.field() instanceof Expr.ActionField field) {
      questions.ofContext(test, "action", field.field(), own.question());
    } else if (own.field() instanceof Expr.FieldOf field) {
      questions.ofEntity(test, own.types(), field.field(), own.question());
    }
  }

  private void time(Expr time) {
    if (time instanceof Expr.SignalField field) {
      questions.time(field.signal(), field.field());
    } else if (time instanceof Expr.ActionField field) {
      questions.time("action", field.field());
    }
  }

  private void pair(Expr test) {
    PairTest pair = PairTest.of(test);
    if (pair != null) {
      Source left = DirectWriter.source(pair.left());
      Source right = DirectWriter.source(pair.right());
      if (left != null && right != null && !Timing.isTimed(test, schema)) {
        questions.ofPair(test, left, right, pair.question());
      }
    }
  }
}
