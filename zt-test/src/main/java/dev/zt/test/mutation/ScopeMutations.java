package dev.zt.test.mutation;

import dev.zt.dsl.source.Source;
import dev.zt.dsl.source.Span;
import dev.zt.dsl.syntax.Actions;
import dev.zt.dsl.syntax.Name;
import dev.zt.dsl.syntax.Selector;
import dev.zt.dsl.syntax.Subjects;
import dev.zt.policy.Expr;
import dev.zt.policy.Schema;
import dev.zt.policy.Scope;
import dev.zt.policy.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Changes of whom and what a rule or elevation is about. */
final class ScopeMutations {
  private static final Pattern ON = Pattern.compile("\\bon\\b");

  private final WrittenPolicies written;
  private final Schema schema;
  private final Source source;
  private final Scope scope;
  private final @Nullable Subjects subjects;
  private final @Nullable Actions actions;
  private final List<Selector> resources;
  private final Function<Scope, Variant> variant;
  private final List<Mutant> mutants = new ArrayList<>();

  /**
   * Of a rule or elevation.
   *
   * @param scope what the written parts mean
   * @param variant how the rest of it goes with another scope
   */
  ScopeMutations(
      WrittenPolicies written,
      Schema schema,
      Source source,
      Scope scope,
      @Nullable Subjects subjects,
      @Nullable Actions actions,
      List<Selector> resources,
      Function<Scope, Variant> variant) {
    this.written = written;
    this.schema = schema;
    this.source = source;
    this.scope = scope;
    this.subjects = subjects;
    this.actions = actions;
    this.resources = resources;
    this.variant = variant;
  }

  List<Mutant> mutants() {
    if (subjects != null && subjects.selectors().size() == scope.subjects().size()) {
      subjects(subjects);
    }
    if (actions != null) {
      actions(actions);
      boolean segments = resources.stream().anyMatch(Selector.OfSegment.class::isInstance);
      if (!segments) {
        resources(actions);
      }
    }
    return mutants;
  }

  private void add(MutationKind kind, Span at, Edit edit, Scope changed) {
    mutants.add(
        new Mutant(kind, WrittenPolicies.at(source, at), List.of(edit), variant.apply(changed)));
  }

  // ---- subjects ----

  private void subjects(Subjects list) {
    List<Span> spans = list.selectors().stream().map(Selector::span).toList();
    for (int i = 0; i < spans.size(); i++) {
      if (spans.size() > 1) {
        List<Expr> left = new ArrayList<>(scope.subjects());
        left.remove(i);
        add(
            MutationKind.DROP_ELEMENT,
            spans.get(i),
            ConditionMutations.dropElement(source, spans, i),
            withSubjects(left));
      }
      widenSubject(list.selectors().get(i), i);
    }
    if (!list.anyone()) {
      add(
          MutationKind.WIDEN_SCOPE,
          list.span(),
          new Edit(source, list.span(), "anyone"),
          withSubjects(List.of()));
    }
  }

  private Scope withSubjects(List<Expr> changed) {
    return new Scope(changed, scope.targets(), scope.resources());
  }

  private Scope withSubject(int index, Expr changed) {
    List<Expr> all = new ArrayList<>(scope.subjects());
    all.set(index, changed);
    return withSubjects(all);
  }

  private void widenSubject(Selector selector, int index) {
    Expr test = scope.subjects().get(index);
    if (selector instanceof Selector.OfRole role && test instanceof Expr.HasRole) {
      Schema.Role declared = schema.roles().get(role.role().value());
      if (declared != null) {
        for (String included : new TreeSet<>(declared.includes())) {
          add(
              MutationKind.WIDEN_SCOPE,
              selector.span(),
              new Edit(source, role.role().span(), quoted(included)),
              withSubject(index, new Expr.HasRole(included, grantedBy(included), test.span())));
        }
      }
    } else if (selector instanceof Selector.OfEntity entity
        && test instanceof Expr.Compare compare
        && compare.left() instanceof Expr.Subject subject) {
      add(
          MutationKind.WIDEN_SCOPE,
          selector.span(),
          new Edit(source, selector.span(), source.text(entity.type().span())),
          withSubject(index, isType(subject, compare)));
    }
  }

  private static Expr isType(Expr party, Expr.Compare compare) {
    String type = ((Value.Ref) ((Expr.Literal) compare.right()).value()).type();
    return new Expr.IsType(party, type, compare.span());
  }

  private static String quoted(String text) {
    return new Value.Text(text).toString();
  }

  /** The role itself and every role that transitively includes it. */
  private Set<String> grantedBy(String role) {
    Set<String> granting = new HashSet<>(Set.of(role));
    boolean grew = true;
    while (grew) {
      grew = false;
      for (Schema.Role each : schema.roles().values()) {
        if (each.includes().stream().anyMatch(granting::contains)) {
          grew |= granting.add(each.name());
        }
      }
    }
    return granting;
  }

  // ---- actions ----

  private void actions(Actions list) {
    if (list.any()) {
      return;
    }
    List<Span> spans = list.names().stream().map(Name::span).toList();
    for (int i = 0; spans.size() > 1 && i < spans.size(); i++) {
      List<Name> left = new ArrayList<>(list.names());
      left.remove(i);
      Map<String, Set<String>> targets = targets(left, scope.targets().keySet());
      boolean sound = resources.isEmpty() || targets.size() == scope.targets().size();
      if (sound && !targets.equals(scope.targets())) {
        add(
            MutationKind.DROP_ELEMENT,
            spans.get(i),
            ConditionMutations.dropElement(source, spans, i),
            withTargets(targets));
      }
    }
    Map<String, Set<String>> all =
        targets(null, resources.isEmpty() ? schema.entities().keySet() : scope.targets().keySet());
    if (!all.equals(scope.targets())) {
      add(
          MutationKind.WIDEN_SCOPE,
          list.span(),
          new Edit(source, list.span(), "any action" + (needsOn(list) ? " on" : "")),
          withTargets(all));
    }
  }

  private boolean needsOn(Actions list) {
    return !resources.isEmpty()
        && Words.first(source, list.span().end(), resources.get(0).span().start(), ON) == null;
  }

  private Scope withTargets(Map<String, Set<String>> targets) {
    return new Scope(scope.subjects(), targets, scope.resources());
  }

  /** What names of actions mean on types; all of them where there are no names. */
  private Map<String, Set<String>> targets(@Nullable List<Name> names, Collection<String> types) {
    Map<String, Set<String>> targets = new HashMap<>();
    for (String type : types) {
      Schema.Entity declared = schema.entities().get(type);
      Set<String> actionsOfType = declared == null ? Set.of() : declared.actions().keySet();
      Set<String> meant = new HashSet<>();
      if (names == null) {
        meant.addAll(actionsOfType);
      } else {
        names.forEach(name -> meant.addAll(written.meant(type, actionsOfType, name.text())));
      }
      if (!meant.isEmpty()) {
        targets.put(type, meant);
      }
    }
    return targets;
  }

  // ---- resources ----

  private void resources(Actions list) {
    List<Span> spans = resources.stream().map(Selector::span).toList();
    for (int i = 0; i < spans.size(); i++) {
      if (spans.size() > 1) {
        dropResource(spans, i);
      }
      if (resources.get(i) instanceof Selector.OfEntity entity
          && scope.resources().size() == spans.size()) {
        List<Expr> changed = new ArrayList<>(scope.resources());
        Expr.Compare compare = (Expr.Compare) changed.get(i);
        changed.set(i, isType(compare.left(), compare));
        add(
            MutationKind.WIDEN_SCOPE,
            spans.get(i),
            new Edit(source, spans.get(i), source.text(entity.type().span())),
            withResources(scope.targets(), changed));
      }
    }
    if (!spans.isEmpty()) {
      dropResources(list, spans);
    }
  }

  private Scope withResources(Map<String, Set<String>> targets, List<Expr> tests) {
    boolean typesOnly = tests.stream().allMatch(Expr.IsType.class::isInstance);
    return new Scope(scope.subjects(), targets, typesOnly ? List.of() : tests);
  }

  private void dropResource(List<Span> spans, int dropped) {
    Set<String> left = new HashSet<>();
    for (int i = 0; i < spans.size(); i++) {
      String type = i == dropped ? null : typeNamed(resources.get(i));
      if (type != null) {
        left.add(type);
      }
    }
    Map<String, Set<String>> targets = new HashMap<>(scope.targets());
    targets.keySet().retainAll(left);
    List<Expr> tests = new ArrayList<>(scope.resources());
    if (!tests.isEmpty()) {
      tests.remove(dropped);
    } else if (targets.size() == scope.targets().size()) {
      return;
    }
    add(
        MutationKind.DROP_ELEMENT,
        spans.get(dropped),
        ConditionMutations.dropElement(source, spans, dropped),
        withResources(targets, tests));
  }

  /** The qualified name of the type that a selector names; null when it cannot be told. */
  private @Nullable String typeNamed(Selector selector) {
    String name =
        selector instanceof Selector.OfType type
            ? type.type().text()
            : selector instanceof Selector.OfEntity entity ? entity.type().text() : "";
    return scope.targets().keySet().stream()
        .filter(type -> type.equals(name) || type.endsWith("." + name))
        .findFirst()
        .orElse(null);
  }

  private void dropResources(Actions list, List<Span> spans) {
    Map<String, Set<String>> every =
        targets(list.any() ? null : list.names(), schema.entities().keySet());
    if (every.equals(scope.targets()) && scope.resources().isEmpty()) {
      return;
    }
    add(
        MutationKind.WIDEN_SCOPE,
        new Span(spans.get(0).start(), spans.get(spans.size() - 1).end()),
        Edit.delete(source, list.span().end(), spans.get(spans.size() - 1).end()),
        new Scope(scope.subjects(), every, List.of()));
  }
}
