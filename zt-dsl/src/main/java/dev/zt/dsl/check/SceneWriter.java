package dev.zt.dsl.check;

import dev.zt.dsl.syntax.Expression;
import dev.zt.dsl.syntax.Fixture;
import dev.zt.dsl.syntax.Name;
import dev.zt.dsl.syntax.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lays what stands after {@code given} and {@code with} over a scene. */
final class SceneWriter {
  private final Scene scene;
  private final GivenValues values;
  private final Symbols symbols;

  SceneWriter(Scene scene, GivenValues values) {
    this.scene = scene;
    this.values = values;
    this.symbols = values.checker().symbols();
  }

  void layAll(List<Fixture> fixtures) {
    fixtures.forEach(this::lay);
  }

  private void lay(Fixture fixture) {
    List<Name> parts = fixture.target().parts();
    Expression value = fixture instanceof Fixture.Given given ? given.value() : null;
    switch (parts.get(0).text()) {
      case "now" -> {
        // The time of a scene is known before anything is laid over it.
      }
      case "subject" -> scene.subject(party(scene.subject(), parts, value));
      case "resource" -> scene.resource(party(scene.resource(), parts, value));
      case "action" -> action(parts, value);
      default -> signal(fixture.target(), value);
    }
  }

  private @Nullable GivenParty party(
      @Nullable GivenParty base, List<Name> parts, @Nullable Expression value) {
    if (parts.size() == 1) {
      return value == null ? base : values.party(value, base);
    }
    if (base != null) {
      EntityType type = symbols.entity(base.reference().type());
      GivenLaying laying = new GivenLaying(values, type.fields(), type, base.fields());
      field(laying, parts.get(1), value);
    }
    return base;
  }

  private static void field(GivenLaying laying, Name name, @Nullable Expression value) {
    if (value == null) {
      laying.forget(name.text());
    } else {
      laying.lay(name, value);
    }
  }

  private void action(List<Name> parts, @Nullable Expression value) {
    if (parts.size() > 1) {
      field(new GivenLaying(values, symbols.action(), null, scene.action()), parts.get(1), value);
    } else if (value == null) {
      scene.forgetAction();
    } else {
      values.fields(symbols.action(), value, scene.action());
    }
  }

  private void signal(QualifiedName target, @Nullable Expression value) {
    List<Name> parts = target.parts();
    for (int names = 1; names <= parts.size(); names++) {
      Declared found = Givens.signal(values.checker().file(), parts.subList(0, names));
      SignalType type = found == null ? null : symbols.signals().get(found.name());
      if (found != null && type != null) {
        if (parts.size() > names) {
          field(
              new GivenLaying(values, type.fields(), null, scene.signal(found.name())),
              parts.get(names),
              value);
        } else if (value == null) {
          scene.forgetSignal(found.name());
        } else {
          values.fields(type.fields(), value, scene.signal(found.name()));
        }
        return;
      }
    }
  }
}
