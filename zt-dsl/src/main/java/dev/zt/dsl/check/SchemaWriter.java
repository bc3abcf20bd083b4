package dev.zt.dsl.check;

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
        Schema.byName(symbols.enumerations().values(), Schema.Enumeration::name),
        Schema.byName(structures(), Schema.Structure::name),
        Schema.byName(
            symbols.entities().values().stream().map(SchemaWriter::entity).toList(),
            Schema.Entity::name),
        Schema.byName(
            symbols.signals().values().stream().map(SchemaWriter::signal).toList(),
            Schema.Signal::name),
        Schema.byName(fields(symbols.action()), Field::name),
        Schema.byName(symbols.roles().toSchema(), Schema.Role::name),
        Schema.byName(calls(Declaration.Obligation.class), Schema.Signature::name),
        Schema.byName(calls(Declaration.Challenge.class), Schema.Signature::name),
        Schema.byName(events(), Schema.Event::name));
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

  private static Schema.Entity entity(EntityType type) {
    Declaration.EntityType syntax = type.syntax();
    Map<String, String> annotations = new TreeMap<>();
    syntax
        .preamble()
        .annotations()
        .forEach(each -> annotations.put(each.name().text(), each.text().value()));
    return new Schema.Entity(
        type.qualified(),
        syntax.outside() == null ? type.declared().name() : syntax.outside().value(),
        type.parents(),
        fields(type.fields()),
        new TreeMap<>(type.actions()),
        annotations,
        type.declared().at());
  }

  private static Schema.Signal signal(SignalType signal) {
    List<Field> fields = new ArrayList<>(fields(signal.fields()));
    signal.fields().builtIn().forEach(each -> fields.add(each.toField()));
    return new Schema.Signal(
        signal.declared().name(), signal.fresh(), fields, signal.declared().at());
  }

  private static List<Field> fields(FieldOwner owner) {
    return owner.declared().stream().map(DeclaredField::toField).toList();
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
    return table.declared().stream()
        .filter(each -> each.declaration() instanceof Declaration.Event)
        .map(each -> new Schema.Event(each.name(), each.at()))
        .toList();
  }
}
