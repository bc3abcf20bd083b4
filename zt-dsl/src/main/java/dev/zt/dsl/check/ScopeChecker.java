package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.source.Span;
import dev.zt.dsl.syntax.Actions;
import dev.zt.dsl.syntax.Declaration;
import dev.zt.dsl.syntax.Selector;
import dev.zt.dsl.syntax.Subjects;
import dev.zt.policy.CompareOp;
import dev.zt.policy.Expr;
import dev.zt.policy.Scope;
import dev.zt.policy.SourceSpan;
import dev.zt.policy.Type;
import dev.zt.policy.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Resolves whom and what a rule, an elevation or a behavior is about. */
final class ScopeChecker {
  private final Checking checking;
  private final FileScope file;
  private final Span place;
  private final TypeResolver types;

  /** Of something that is called by the name at the given place. */
  ScopeChecker(Checking checking, FileScope file, Span place) {
    this.checking = checking;
    this.file = file;
    this.place = place;
    this.types = new TypeResolver(file);
  }

  /**
   * A scope, and the types that the subject and the resource may have in it.
   *
   * @param scope whom and what it is about
   */
  record Scoped(Scope scope, Type.Entity subject, Type.Entity resource) {
    /** Of a request in this scope. */
    Env env(FileScope file) {
      return Env.of(file, Place.REQUEST, subject, resource);
    }
  }

  /** A resource type that a scope names, and where. */
  private record NamedType(EntityType type, Selector selector) {}

  /** A segment of resources that a scope names. */
  private record NamedSegment(
      Declared declared, Declaration.Segment segment, Selector.OfSegment use) {}

  Scoped check(@Nullable Subjects subjects, @Nullable Actions actions, List<Selector> resources) {
    Type.Entity subject = subjectType(subjects);
    List<NamedType> named = new ArrayList<>();
    List<NamedSegment> segments = new ArrayList<>();
    boolean sound = resolve(resources, named, segments);
    Collection<EntityType> considered = considered(resources, named, segments);
    Targets meant = new Targets(checking, file, actions, considered, resources.isEmpty());
    Map<String, Set<String>> targets = meant.byType(place);
    sound = sound && meant.areKnown() && !refusesIdle(named, segments, targets);
    Type.Entity resource = sound ? checking.coverage().of(targets).resource() : Poison.ENTITY;
    Scope scope =
        new Scope(
            subjects(subjects, subject, resource), targets, resources(named, segments, resource));
    return new Scoped(scope, subject, resource);
  }

  private static Type.Entity typeOf(Collection<String> candidates) {
    return new Type.Entity(List.copyOf(candidates));
  }

  // ---- subjects ----

  /** The types named, if nothing but types is named. */
  Type.Entity subjectType(@Nullable Subjects subjects) {
    Set<String> candidates = new LinkedHashSet<>();
    if (subjects == null || subjects.anyone()) {
      return checking.symbols().everyEntity();
    }
    for (Selector selector : subjects.selectors()) {
      if (!(selector instanceof Selector.OfType || selector instanceof Selector.OfEntity)) {
        return checking.symbols().everyEntity();
      }
      String type = typeNamed(selector);
      if (type == null) {
        return Poison.ENTITY;
      }
      candidates.add(type);
    }
    return typeOf(candidates);
  }

  private @Nullable String typeNamed(Selector selector) {
    if (selector instanceof Selector.OfType type) {
      return types.entity(type.type());
    }
    return selector instanceof Selector.OfEntity entity ? types.entity(entity.type()) : null;
  }

  /** Conditions on the subject, of which one must hold. */
  List<Expr> subjects(@Nullable Subjects subjects, Type.Entity subject, Type.Entity resource) {
    if (subjects == null) {
      return List.of();
    }
    Env env = Env.of(file, Place.REQUEST, subject, resource);
    SubjectTests tests = new SubjectTests(new ExprChecker(checking, env));
    List<Expr> conditions = new ArrayList<>();
    for (Selector selector : subjects.selectors()) {
      conditions.add(tests.of(selector));
    }
    return conditions;
  }

  // ---- resources ----

  private boolean resolve(
      List<Selector> resources, List<NamedType> named, List<NamedSegment> segments) {
    for (Selector selector : resources) {
      if (selector instanceof Selector.OfSegment use) {
        Declared declared = file.resolve(Namespace.SEGMENT, use.segment());
        if (declared != null && declared.declaration() instanceof Declaration.Segment segment) {
          segments.add(new NamedSegment(declared, segment, use));
        }
      } else {
        String type = typeNamed(selector);
        if (type != null) {
          named.add(new NamedType(checking.symbols().entity(type), selector));
        }
      }
    }
    return named.size() + segments.size() == resources.size();
  }

  private Collection<EntityType> considered(
      List<Selector> resources, List<NamedType> named, List<NamedSegment> segments) {
    Collection<EntityType> every = checking.symbols().entities().values();
    if (resources.isEmpty()) {
      return every;
    }
    Set<EntityType> considered = new LinkedHashSet<>();
    for (NamedType each : named) {
      considered.add(each.type);
    }
    for (NamedSegment each : segments) {
      every.stream()
          .filter(type -> Segments.mayHold(type, each.segment.endpoints()))
          .forEach(considered::add);
    }
    return considered;
  }

  private List<Expr> resources(
      List<NamedType> named, List<NamedSegment> segments, Type.Entity resource) {
    List<Expr> tests = new ArrayList<>();
    boolean typesOnly = segments.isEmpty();
    for (NamedType each : named) {
      typesOnly &= each.selector instanceof Selector.OfType;
      tests.add(resource(each, resource));
    }
    if (typesOnly) {
      return List.of();
    }
    ExprChecker checker =
        new ExprChecker(checking, Env.of(file, Place.REQUEST, resource, resource));
    for (NamedSegment each : segments) {
      tests.add(new Segments(checker).ofResource(each.declared, each.segment, each.use, resource));
    }
    return tests;
  }

  private Expr resource(NamedType named, Type.Entity types) {
    SourceSpan span = file.at(named.selector.span());
    String type = named.type.qualified();
    Expr resource = new Expr.Resource(types, span);
    if (!(named.selector instanceof Selector.OfEntity entity)) {
      return new Expr.IsType(resource, type, span);
    }
    Value id = new Value.Ref(type, entity.id().value());
    return new Expr.Compare(
        CompareOp.EQ, resource, new Expr.Literal(id, Type.Entity.of(type), span), span);
  }

  /** Whether there are resources on which none of the actions can be asked for; reports them. */
  private boolean refusesIdle(
      List<NamedType> named, List<NamedSegment> segments, Map<String, Set<String>> targets) {
    boolean idle = false;
    for (NamedType each : named) {
      if (!targets.containsKey(each.type.qualified())) {
        idle = true;
        String name = each.type.declared().name();
        file.report(
            Code.MISUSED_TYPE,
            each.selector.span(),
            each.type.actions().isEmpty()
                ? "`" + name + "` has no actions, so nothing can be asked of it"
                : "`" + name + "` has none of these actions");
      }
    }
    for (NamedSegment each : segments) {
      boolean held =
          targets.keySet().stream()
              .map(checking.symbols()::entity)
              .anyMatch(type -> Segments.mayHold(type, each.segment.endpoints()));
      if (!held) {
        idle = true;
        file.report(
            Code.MISUSED_TYPE,
            each.use.span(),
            "no type with one of these actions lies in a segment",
            "it needs a field `spiffe: spiffe` or `ip: ip`");
      }
    }
    return idle;
  }
}
