package dev.zt.test.mutation;

import dev.zt.dsl.source.Source;
import dev.zt.dsl.source.Span;
import dev.zt.policy.CompareOp;
import dev.zt.policy.Elevation;
import dev.zt.policy.Expr;
import dev.zt.policy.ExprParts;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Rule;
import dev.zt.policy.SourceSpan;
import dev.zt.policy.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Changes of conditions, each at one place. */
final class ConditionMutations {
  private static final Pattern AND = Pattern.compile("\\band\\b");
  private static final Pattern OR = Pattern.compile("\\bor\\b");
  private static final Pattern NOT = Pattern.compile("\\bnot\\b");
  private static final Pattern SIGN = Pattern.compile("==|!=|<=|>=|<|>");
  private static final Pattern WHOLE_NUMBER = Pattern.compile("(?<![\\w.])-?\\d[\\d_]*(?![\\w.])");

  private final PolicySet policies;
  private final Map<String, Rule> rules = new HashMap<>();
  private final Map<String, Elevation> elevations = new HashMap<>();
  private final List<Mutant> mutants = new ArrayList<>();

  private ConditionMutations(PolicySet policies) {
    this.policies = policies;
    policies.rules().forEach(rule -> rules.put(rule.id(), rule));
    policies.elevations().forEach(elevation -> elevations.put(elevation.id(), elevation));
  }

  static List<Mutant> of(WrittenPolicies written, PolicySet policies) {
    ConditionMutations mutations = new ConditionMutations(policies);
    for (Sites.Site site : Sites.of(policies)) {
      Source source = written.source(site.expr().span().file());
      if (source != null) {
        mutations.change(site, source);
      }
    }
    return mutations.mutants;
  }

  private void change(Sites.Site site, Source source) {
    switch (site.part()) {
      case CONNECTIVE -> connective(site, source);
      case ATOM -> {
        if (!site.segment()) {
          negate(site, source);
          bound(site, source);
        }
      }
      case LIST -> list(site, source);
      case THRESHOLD -> threshold(site, source);
    }
  }

  private void add(
      MutationKind kind,
      SourceSpan span,
      Sites.Site site,
      Expr target,
      List<Edit> edits,
      UnaryOperator<Expr> change) {
    Sites.Key key = Sites.Key.of(target);
    Rewriting rewriting =
        new Rewriting(expr -> Sites.Key.of(expr).equals(key) ? change.apply(expr) : null);
    Map<String, Optional<Rule>> changedRules = new HashMap<>();
    Map<String, Optional<Elevation>> changedElevations = new HashMap<>();
    for (String id : site.users()) {
      Rule rule = rules.get(id);
      if (rule != null) {
        changedRules.put(id, Optional.of(rewriting.of(rule)));
      } else {
        Elevation elevation = Objects.requireNonNull(elevations.get(id), id);
        changedElevations.put(id, Optional.of(rewriting.of(elevation)));
      }
    }
    mutants.add(new Mutant(kind, span, edits, new Variant(changedRules, changedElevations, null)));
  }

  static Span span(Source source, Expr expr) {
    return source.span(expr.span().line(), expr.span().column(), expr.span().length());
  }

  // ---- and, or ----

  private void connective(Sites.Site site, Source source) {
    boolean isAnd = site.expr() instanceof Expr.And;
    List<Span> words = connectives(source, ExprParts.of(site.expr()), isAnd ? AND : OR);
    if (words.size() < ExprParts.of(site.expr()).size() - 1) {
      return;
    }
    List<Edit> swapped =
        words.stream().map(word -> new Edit(source, word, isAnd ? "or" : "and")).toList();
    add(
        MutationKind.SWAP_CONNECTIVE,
        site.expr().span(),
        site,
        site.expr(),
        swapped,
        ConditionMutations::swapped);
    if (isAnd) {
      for (int i = 0; i <= words.size(); i++) {
        dropConjunct(site, source, words, i);
      }
    }
  }

  private static List<Span> connectives(Source source, List<Expr> operands, Pattern word) {
    List<Span> words = new ArrayList<>();
    for (int i = 1; i < operands.size(); i++) {
      int from = span(source, operands.get(i - 1)).end();
      Span found = Words.first(source, from, span(source, operands.get(i)).start(), word);
      if (found != null) {
        words.add(found);
      }
    }
    return words;
  }

  private static Expr swapped(Expr connective) {
    return connective instanceof Expr.And and
        ? new Expr.Or(and.operands(), and.span())
        : new Expr.And(((Expr.Or) connective).operands(), connective.span());
  }

  private void dropConjunct(Sites.Site site, Source source, List<Span> words, int dropped) {
    Span whole = span(source, site.expr());
    int start = dropped == 0 ? whole.start() : words.get(dropped - 1).start();
    int end =
        dropped == 0
            ? Words.afterBlanks(source, words.get(0).end())
            : dropped == words.size() ? whole.end() : words.get(dropped).start();
    add(
        MutationKind.DROP_CONJUNCT,
        ExprParts.of(site.expr()).get(dropped).span(),
        site,
        site.expr(),
        List.of(
            Edit.delete(
                source, dropped == words.size() ? Words.beforeBlanks(source, start) : start, end)),
        expr -> {
          List<Expr> left = new ArrayList<>(((Expr.And) expr).operands());
          left.remove(dropped);
          return left.size() == 1 ? left.get(0) : new Expr.And(left, expr.span());
        });
  }

  // ---- atoms ----

  private void negate(Sites.Site site, Source source) {
    Expr atom = site.expr();
    if (toleratesUnknown(atom)) {
      return;
    }
    Expr.Not negation = site.negation();
    if (negation != null) {
      boolean infix = negation.span().equals(atom.span());
      int from =
          infix ? span(source, ExprParts.of(atom).get(0)).end() : span(source, negation).start();
      Span not = Words.first(source, from, span(source, negation).end(), NOT);
      if (not != null) {
        add(
            MutationKind.NEGATE_ATOM,
            negation.span(),
            site,
            negation,
            List.of(Edit.delete(source, not.start(), Words.afterBlanks(source, not.end()))),
            expr -> ((Expr.Not) expr).operand());
      }
    } else if (atom instanceof Expr.Compare || atom instanceof Expr.RiskCompare) {
      sign(MutationKind.NEGATE_ATOM, site, source, Bounds::opposite);
    } else {
      add(
          MutationKind.NEGATE_ATOM,
          atom.span(),
          site,
          atom,
          List.of(Edit.insert(source, span(source, atom).start(), "not ")),
          expr -> new Expr.Not(expr, expr.span()));
    }
  }

  /** Whether it looks at what is known, which may not stand where its opposite would. */
  private static boolean toleratesUnknown(Expr expr) {
    return expr instanceof Expr.Known
        || expr instanceof Expr.Default
        || ExprParts.of(expr).stream().anyMatch(ConditionMutations::toleratesUnknown);
  }

  private void bound(Sites.Site site, Source source) {
    Expr atom = site.expr();
    if (atom instanceof Expr.Compare compare && Bounds.isByOrder(compare.op())) {
      sign(MutationKind.SWAP_BOUND, site, source, Bounds::swapped);
    } else if (atom instanceof Expr.RiskCompare risk) {
      if (Bounds.isByOrder(risk.op())) {
        sign(MutationKind.SWAP_BOUND, site, source, Bounds::swapped);
        riskThreshold(site, source, risk);
      }
    }
  }

  private void sign(
      MutationKind kind, Sites.Site site, Source source, UnaryOperator<CompareOp> change) {
    Expr atom = site.expr();
    Span whole = span(source, atom);
    int from = whole.start();
    int to = whole.end();
    if (atom instanceof Expr.Compare compare) {
      from = span(source, compare.left()).end();
      to = span(source, compare.right()).start();
    }
    Span sign = from < to ? Words.first(source, from, to, SIGN) : null;
    if (sign != null) {
      String other = change.apply(Bounds.of(source.text(sign))).toString();
      add(
          kind,
          atom.span(),
          site,
          atom,
          List.of(new Edit(source, sign, other)),
          expr -> withSign(expr, change));
    }
  }

  private static Expr withSign(Expr expr, UnaryOperator<CompareOp> change) {
    if (expr instanceof Expr.RiskCompare risk) {
      return new Expr.RiskCompare(
          risk.risk(), risk.terms(), change.apply(risk.op()), risk.threshold(), risk.span());
    }
    Expr.Compare compare = (Expr.Compare) expr;
    return new Expr.Compare(
        change.apply(compare.op()), compare.left(), compare.right(), compare.span());
  }

  // ---- constants ----

  private void threshold(Sites.Site site, Source source) {
    Expr.Literal literal = (Expr.Literal) site.expr();
    Span place = span(source, literal);
    for (Thresholds.Moved moved :
        new Thresholds(policies.schema()).around(literal.value(), source.text(place))) {
      add(
          MutationKind.MOVE_THRESHOLD,
          literal.span(),
          site,
          literal,
          List.of(new Edit(source, place, moved.text())),
          expr -> new Expr.Literal(moved.value(), expr.type(), expr.span()));
    }
  }

  private void riskThreshold(Sites.Site site, Source source, Expr.RiskCompare risk) {
    Span whole = span(source, risk);
    Span number = Words.first(source, whole.start(), whole.end(), WHOLE_NUMBER);
    if (number == null) {
      return;
    }
    for (Thresholds.Moved moved :
        new Thresholds(policies.schema())
            .around(new Value.Int(risk.threshold()), source.text(number))) {
      add(
          MutationKind.MOVE_THRESHOLD,
          risk.span(),
          site,
          risk,
          List.of(new Edit(source, number, moved.text())),
          expr -> withThreshold((Expr.RiskCompare) expr, moved.value()));
    }
  }

  private static Expr withThreshold(Expr.RiskCompare risk, Value threshold) {
    return new Expr.RiskCompare(
        risk.risk(), risk.terms(), risk.op(), ((Value.Int) threshold).value(), risk.span());
  }

  private void list(Sites.Site site, Source source) {
    List<Span> elements =
        ((Expr.ListOf) site.expr())
            .elements().stream().map(element -> span(source, element)).toList();
    for (int i = 0; elements.size() > 1 && i < elements.size(); i++) {
      int dropped = i;
      add(
          MutationKind.DROP_ELEMENT,
          ((Expr.ListOf) site.expr()).elements().get(i).span(),
          site,
          site.expr(),
          List.of(dropElement(source, elements, i)),
          expr -> {
            Expr.ListOf list = (Expr.ListOf) expr;
            List<Expr> left = new ArrayList<>(list.elements());
            left.remove(dropped);
            return new Expr.ListOf(left, list.type(), list.span());
          });
    }
  }

  /** Leaves out one of several things that are written one after the other with commas. */
  static Edit dropElement(Source source, List<Span> elements, int dropped) {
    return dropped < elements.size() - 1
        ? Edit.delete(source, elements.get(dropped).start(), elements.get(dropped + 1).start())
        : Edit.delete(source, elements.get(dropped - 1).end(), elements.get(dropped).end());
  }
}
