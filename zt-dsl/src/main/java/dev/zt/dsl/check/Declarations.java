package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.diagnostic.Nearest;
import dev.zt.dsl.source.Span;
import dev.zt.dsl.syntax.Declaration;
import dev.zt.dsl.syntax.Duration;
import dev.zt.dsl.syntax.Name;
import dev.zt.dsl.syntax.Parameter;
import dev.zt.dsl.syntax.QualifiedName;
import dev.zt.policy.Names;
import dev.zt.policy.Schema;
import dev.zt.policy.Type;
import dev.zt.policy.Type.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Enters what types, signals, roles and shared names a set declares. */
final class Declarations {
  private final ModuleTable table;
  private final Symbols symbols;
  private final Map<String, FieldDeclarations> signalFields = new HashMap<>();
  private final FieldDeclarations actionFields;

  Declarations(ModuleTable table, Symbols symbols) {
    this.table = table;
    this.symbols = symbols;
    this.actionFields =
        new FieldDeclarations(symbols.action(), FieldDeclarations.OF_ACTIONS, "actions");
  }

  void declare() {
    for (Declared each : table.declared()) {
      enter(each);
    }
    declareTypes();
    declareSignals();
    for (FileScope file : table.files()) {
      for (Declaration each : file.file().declarations()) {
        addTo(file, each);
      }
    }
    symbols.roles().connect();
    for (Declared each : table.declared()) {
      call(each);
    }
    refuseRecordCycles();
  }

  /** Enters what adds to something that need not be declared in the same file. */
  private void addTo(FileScope file, Declaration each) {
    if (each instanceof Declaration.SignalExtension extension) {
      extend(file, extension);
    } else if (each instanceof Declaration.ActionFields fields) {
      actionFields(file, fields);
    } else if (each instanceof Declaration.Role role) {
      role(file, role);
    }
  }

  private void enter(Declared each) {
    Declaration declaration = each.declaration();
    if (declaration instanceof Declaration.EnumType type) {
      enumeration(each, type);
    } else if (declaration instanceof Declaration.RecordType) {
      symbols.structures().put(each.qualified(), new FieldOwner(each.name(), each.qualified()));
    } else if (declaration instanceof Declaration.EntityType type) {
      symbols.entities().put(each.qualified(), new EntityType(each, type));
    } else if (declaration instanceof Declaration.Signal) {
      symbols.signals().put(each.name(), new SignalType(each));
    }
  }

  private void enumeration(Declared each, Declaration.EnumType type) {
    Annotations.of(each.file(), type.preamble());
    Set<String> constants = new LinkedHashSet<>();
    for (Name constant : type.constants()) {
      if (!constants.add(constant.text())) {
        each.file()
            .report(
                Code.DUPLICATE,
                constant.span(),
                "`" + each.name() + "` already has a constant `" + constant.text() + "`");
      }
    }
    symbols
        .enumerations()
        .put(
            each.qualified(),
            new Schema.Enumeration(
                each.qualified(), List.copyOf(constants), type.ordered(), each.at()));
  }

  private void declareTypes() {
    Map<String, Declared> outsideNames = new HashMap<>();
    for (Declared each : table.declared()) {
      if (each.declaration() instanceof Declaration.RecordType type) {
        Annotations.of(each.file(), type.preamble());
        FieldOwner owner = symbols.structures().get(each.qualified());
        if (owner != null) {
          new FieldDeclarations(owner, Set.of(), "records").declare(each.file(), type.fields());
        }
      } else if (each.declaration() instanceof Declaration.EntityType type) {
        Annotations.of(each.file(), type.preamble());
        declare(symbols.entity(each.qualified()));
        declareOutside(each, type, outsideNames);
      }
    }
  }

  private void declare(EntityType type) {
    FileScope file = type.declared().file();
    Span span = type.declared().nameSpan();
    FieldOwner owner = type.fields();
    Type names = new Type.SetOf(Scalar.STRING);
    owner.addBuiltIn(DeclaredField.builtIn(file, "id", Scalar.STRING, span));
    owner.addBuiltIn(DeclaredField.builtIn(file, "roles", names, span));
    owner.addBuiltIn(DeclaredField.builtIn(file, "groups", names, span));
    TypeResolver types = new TypeResolver(file);
    for (QualifiedName parent : type.syntax().parents()) {
      String qualified = types.entity(parent);
      if (qualified != null && !type.parents().add(qualified)) {
        file.report(
            Code.DUPLICATE, parent.span(), "`" + parent.text() + "` is already named as a parent");
      }
    }
    new FieldDeclarations(owner, FieldDeclarations.OF_ENTITIES, "entities")
        .declare(file, type.syntax().fields());
    new ActionDeclarations(type).declare();
  }

  private static void declareOutside(
      Declared each, Declaration.EntityType type, Map<String, Declared> outsideNames) {
    String outside = type.outside() == null ? each.name() : type.outside().value();
    Span span = type.outside() == null ? each.nameSpan() : type.outside().span();
    Declared earlier = outsideNames.putIfAbsent(outside, each);
    if (earlier != null) {
      each.file()
          .report(
              Code.DUPLICATE_OUTSIDE,
              span,
              "data already use the name `" + outside + "` for `" + earlier.qualified() + "`",
              "give one of them another name with `as \"…\"`");
    }
  }

  private void declareSignals() {
    for (SignalType signal : symbols.signals().values()) {
      FileScope file = signal.declared().file();
      Span span = signal.declared().nameSpan();
      FieldOwner owner = signal.fields();
      owner.addBuiltIn(DeclaredField.builtIn(file, "as_of", Scalar.TIME, span));
      owner.addBuiltIn(DeclaredField.builtIn(file, "source", Scalar.STRING, span));
      if (signal.declared().declaration() instanceof Declaration.Signal syntax) {
        Annotations.of(file, syntax.preamble());
        fieldsOf(signal).declare(file, syntax.fields());
        bound(file, signal, syntax.fresh());
      }
    }
    FileScope first = table.files().get(0);
    symbols
        .action()
        .addBuiltIn(DeclaredField.builtIn(first, "name", Scalar.STRING, new Span(0, 0)));
  }

  private FieldDeclarations fieldsOf(SignalType signal) {
    String name = signal.declared().name();
    FieldDeclarations known = signalFields.get(name);
    if (known == null) {
      known = new FieldDeclarations(signal.fields(), FieldDeclarations.OF_SIGNALS, "signals");
      signalFields.put(name, known);
    }
    return known;
  }

  private static void bound(FileScope file, SignalType signal, @Nullable Duration fresh) {
    if (fresh == null) {
      return;
    }
    if (fresh.millis() == 0) {
      file.report(Code.OUT_OF_RANGE, fresh.span(), "nothing is fresh for no time at all");
    }
    signal.boundBy(fresh.millis());
  }

  private void extend(FileScope file, Declaration.SignalExtension extension) {
    Annotations.of(file, extension.preamble());
    Declared declared = file.resolve(Namespace.VALUE, extension.signal(), "signal");
    if (declared == null) {
      return;
    }
    SignalType signal = symbols.signals().get(declared.name());
    if (!(declared.declaration() instanceof Declaration.Signal) || signal == null) {
      file.report(
          Code.NOT_A_VALUE,
          extension.signal().span(),
          "`" + declared.name() + "` is no signal",
          Nearest.help(declared.name(), symbols.signals().keySet()).orElse(null));
      return;
    }
    fieldsOf(signal).declare(file, extension.fields());
    bound(file, signal, extension.fresh());
  }

  private void actionFields(FileScope file, Declaration.ActionFields declaration) {
    Annotations.of(file, declaration.preamble());
    actionFields.declare(file, declaration.fields());
  }

  private void role(FileScope file, Declaration.Role role) {
    Annotations.of(file, role.preamble());
    symbols.roles().declare(file, role);
  }

  private void call(Declared each) {
    if (each.declaration() instanceof Declaration.Obligation obligation) {
      Annotations.of(each.file(), obligation.preamble());
      symbols.calls().put(each.name(), signature(each, obligation.parameters()));
    } else if (each.declaration() instanceof Declaration.Challenge challenge) {
      Annotations.of(each.file(), challenge.preamble());
      symbols.calls().put(each.name(), signature(each, challenge.parameters()));
    } else if (each.declaration() instanceof Declaration.Event event) {
      Annotations.of(each.file(), event.preamble());
    }
  }

  private static Schema.Signature signature(Declared each, List<Parameter> parameters) {
    TypeResolver types = new TypeResolver(each.file());
    Set<String> seen = new HashSet<>();
    List<Schema.Parameter> typed = new ArrayList<>();
    for (Parameter parameter : parameters) {
      String name = parameter.name().text();
      if (!seen.add(name)) {
        each.file()
            .report(
                Code.DUPLICATE,
                parameter.name().span(),
                "`" + each.name() + "` already has a parameter `" + name + "`");
      }
      typed.add(new Schema.Parameter(name, types.resolve(parameter.type())));
    }
    return new Schema.Signature(each.name(), typed, each.at());
  }

  private void refuseRecordCycles() {
    if (symbols.structures().isEmpty()) {
      return;
    }
    Cycles<String> cycles = new Cycles<>(this::structuresIn);
    for (List<String> cycle : cycles.among(symbols.structures().keySet())) {
      for (Declared each : table.declared()) {
        if (cycle.contains(each.qualified())
            && each.declaration() instanceof Declaration.RecordType) {
          each.file()
              .report(
                  Code.CYCLE,
                  each.nameSpan(),
                  "the record `" + each.name() + "` holds itself",
                  Cycles.path(cycle.stream().map(Names::simple).toList(), each.name()));
          break;
        }
      }
    }
  }

  private Set<String> structuresIn(String name) {
    FieldOwner owner = symbols.structures().get(name);
    Set<String> inside = new LinkedHashSet<>();
    if (owner != null) {
      owner.declared().forEach(field -> structures(field.type(), inside));
    }
    return inside;
  }

  private static void structures(Type type, Set<String> found) {
    Type bare = Types.bare(type);
    if (bare instanceof Type.SetOf set) {
      structures(set.element(), found);
    } else if (bare instanceof Type.Structure structure) {
      found.add(structure.name());
    }
  }
}
