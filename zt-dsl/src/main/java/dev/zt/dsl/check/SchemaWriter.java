package dev.zt.dsl.check;

import dev.zt.dsl.syntax.Annotation;
import dev.zt.dsl.syntax.Declaration;
import dev.zt.policy.Field;
import dev.zt.policy.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts what a set declares into the schema of its policies. */
final class SchemaWriter {
  private final ModuleTable table;
  private final Symbols symbols;

  SchemaWriter(ModuleTable table, Symbols symbols) {
    this.table = table;
    this.symbols = symbols;
  }

  Schema write() {
    return new Schema(
        Schema.byName(symbols.enumerations().values()),
        Schema.byName(structures()),
        Schema.byName(entities()),
        Schema.byName(signals()),
        Schema.byName(fields(symbols.action())),
        Schema.byName(symbols.roles().toSchema()),
        Schema.byName(calls(Declaration.Obligation.class)),
        Schema.byName(calls(Declaration.Challenge.class)),
        Schema.byName(events()));
  }

  private Collection<Schema.Structure> structures() {
    List<Schema.Structure> structures = new ArrayList<>();
    for (Declared each : table.declared()) {
      FieldOwner owner = symbols.structures().get(each.qualified());
      if (owner != null && each.declaration() instanceof Declaration.RecordType) {
        structures.add(new Schema.Structure(each.qualified(), fields(owner), each.at()));
      }
    }
    return structures;
  }

  private Collection<Schema.Entity> entities() {
    List<Schema.Entity> entities = new ArrayList<>();
    for (EntityType type : symbols.entities().values()) {
      entities.add(entity(type));
    }
    return entities;
  }

  private static Schema.Entity entity(EntityType type) {
    Declaration.EntityType syntax = type.syntax();
    Map<String, String> annotations = new TreeMap<>();
    for (Annotation each : syntax.preamble().annotations()) {
      annotations.put(each.name().text(), each.text().value());
    }
    return new Schema.Entity(
        type.qualified(),
        syntax.outside() == null ? type.declared().name() : syntax.outside().value(),
        type.parents(),
        fields(type.fields()),
        new TreeMap<>(type.actions()),
        annotations,
        type.declared().at());
  }

  private Collection<Schema.Signal> signals() {
    List<Schema.Signal> signals = new ArrayList<>();
    for (SignalType signal : symbols.signals().values()) {
      signals.add(signal(signal));
    }
    return signals;
  }

  private static Schema.Signal signal(SignalType signal) {
    List<Field> fields = fields(signal.fields());
    for (DeclaredField each : signal.fields().builtIn()) {
      fields.add(each.toField());
    }
    return new Schema.Signal(
        signal.declared().name(), signal.fresh(), fields, signal.declared().at());
  }

  private static List<Field> fields(FieldOwner owner) {
    List<Field> fields = new ArrayList<>();
    for (DeclaredField each : owner.declared()) {
      fields.add(each.toField());
    }
    return fields;
  }

  private Collection<Schema.Signature> calls(Class<? extends Declaration> kind) {
    List<Schema.Signature> calls = new ArrayList<>();
    for (Declared each : table.declared()) {
      Schema.Signature signature = symbols.calls().get(each.name());
      if (signature != null && kind.isInstance(each.declaration())) {
        calls.add(signature);
      }
    }
    return calls;
  }

  private Collection<Schema.Event> events() {
    List<Schema.Event> events = new ArrayList<>();
    for (Declared each : table.declared()) {
      if (each.declaration() instanceof Declaration.Event) {
        events.add(new Schema.Event(each.name(), each.at()));
      }
    }
    return events;
  }
}
