package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Diagnostic;
import dev.zt.dsl.diagnostic.Diagnostics;
import dev.zt.dsl.source.Source;
import dev.zt.dsl.source.SourceFiles;
import dev.zt.policy.Effect;
import dev.zt.policy.Expr;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Rule;
import dev.zt.policy.Schema;
import dev.zt.policy.Scope;
import dev.zt.policy.SourceSpan;
import dev.zt.policy.Type;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A policy file as text, and typed expressions that stand in it. */
public final class Written {
  private final Source source;

  public Written(String text) {
    this.source = new Source("test.zt", text);
  }

  /** The files of the set. */
  public SourceFiles files() {
    return new SourceFiles(List.of(source));
  }

  /** A collector for the files of the set. */
  public Diagnostics diagnostics() {
    return new Diagnostics(List.of(source));
  }

  /** Where a text stands first. */
  public SourceSpan at(String text) {
    int start = source.text().indexOf(text);
    if (start < 0) {
      throw new IllegalArgumentException("not in the file: " + text);
    }
    return new SourceSpan(
        source.file(),
        source.line(start),
        source.column(start),
        text.codePointCount(0, text.length()));
  }

  public Expr.SignalField field(String path, Type type) {
    int dot = path.indexOf('.');
    return new Expr.SignalField(path.substring(0, dot), path.substring(dot + 1), type, at(path));
  }

  public Expr.Known known(String path) {
    return new Expr.Known(field(path, Type.Scalar.STRING), at("known(" + path + ")"));
  }

  public Expr.Not not(Expr operand, String text) {
    return new Expr.Not(operand, at(text));
  }

  public Expr.Named let(String use, Expr body, @Nullable String open) {
    return new Expr.Named(use, body, open, at(use));
  }

  /** A rule of this effect; a require has the condition as its requirement. */
  public Rule rule(Effect effect, Expr condition, Map<String, String> annotations) {
    boolean require = effect == Effect.REQUIRE;
    return new Rule(
        "t.rule",
        effect,
        false,
        new Scope(List.of(), Map.of(), List.of()),
        require ? null : condition,
        null,
        require ? condition : null,
        effect == Effect.PERMIT || effect == Effect.FORBID
            ? null
            : new dev.zt.policy.Consequence.Deny(),
        null,
        annotations,
        at("rule"));
  }

  /** A set of these rules that declares nothing. */
  public static PolicySet set(Rule... rules) {
    Schema schema =
        new Schema(
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>());
    return new PolicySet(schema, List.of(rules), List.of(), List.of(), List.of());
  }

  /** A diagnostic as {@code underlined: message}. */
  public static String line(Diagnostic diagnostic) {
    return diagnostic.underlined() + ": " + diagnostic.message();
  }
}
