package dev.zt.dsl.check;

import dev.zt.dsl.syntax.Declaration;
import dev.zt.dsl.syntax.Name;
import dev.zt.dsl.syntax.Rule;
import java.util.Optional;

/** Under which name, of which kind, a declaration can be named. */
final class Naming implements Declaration.Visitor<Optional<Declared>> {
  private final FileScope file;

  Naming(FileScope file) {
    this.file = file;
  }

  Optional<Declared> name(Declaration declaration) {
    return declaration.accept(this);
  }

  /** Whether the application knows the declaration by its bare name. */
  static boolean isShared(Declaration declaration) {
    return declaration instanceof Declaration.Signal
        || declaration instanceof Declaration.Obligation
        || declaration instanceof Declaration.Challenge
        || declaration instanceof Declaration.Event;
  }

  private Optional<Declared> named(Namespace namespace, Name name, Declaration declaration) {
    return Optional.of(new Declared(file, namespace, name.text(), name.span(), declaration));
  }

  @Override
  public Optional<Declared> visitEnum(Declaration.EnumType declaration) {
    return named(Namespace.TYPE, declaration.name(), declaration);
  }

  @Override
  public Optional<Declared> visitRecord(Declaration.RecordType declaration) {
    return named(Namespace.TYPE, declaration.name(), declaration);
  }

  @Override
  public Optional<Declared> visitEntity(Declaration.EntityType declaration) {
    return named(Namespace.TYPE, declaration.name(), declaration);
  }

  @Override
  public Optional<Declared> visitActionFields(Declaration.ActionFields declaration) {
    return Optional.empty();
  }

  @Override
  public Optional<Declared> visitRole(Declaration.Role declaration) {
    return Optional.empty();
  }

  @Override
  public Optional<Declared> visitSignal(Declaration.Signal declaration) {
    return named(Namespace.VALUE, declaration.name(), declaration);
  }

  @Override
  public Optional<Declared> visitSignalExtension(Declaration.SignalExtension declaration) {
    return Optional.empty();
  }

  @Override
  public Optional<Declared> visitObligation(Declaration.Obligation declaration) {
    return named(Namespace.CALL, declaration.name(), declaration);
  }

  @Override
  public Optional<Declared> visitChallenge(Declaration.Challenge declaration) {
    return named(Namespace.CALL, declaration.name(), declaration);
  }

  @Override
  public Optional<Declared> visitEvent(Declaration.Event declaration) {
    return named(Namespace.EVENT, declaration.name(), declaration);
  }

  @Override
  public Optional<Declared> visitLet(Declaration.Let declaration) {
    return named(Namespace.VALUE, declaration.name(), declaration);
  }

  @Override
  public Optional<Declared> visitRisk(Declaration.Risk declaration) {
    return named(Namespace.VALUE, declaration.name(), declaration);
  }

  @Override
  public Optional<Declared> visitBehavior(Declaration.Behavior declaration) {
    return named(Namespace.VALUE, declaration.name(), declaration);
  }

  @Override
  public Optional<Declared> visitElevation(Declaration.Elevation declaration) {
    return named(Namespace.VALUE, declaration.name(), declaration);
  }

  @Override
  public Optional<Declared> visitSegment(Declaration.Segment declaration) {
    return named(Namespace.SEGMENT, declaration.name(), declaration);
  }

  @Override
  public Optional<Declared> visitTest(Declaration.Test declaration) {
    return Optional.empty();
  }

  @Override
  public Optional<Declared> visitRule(Rule declaration) {
    return Optional.empty();
  }
}
