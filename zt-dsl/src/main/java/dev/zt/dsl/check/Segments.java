package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.syntax.Declaration;
import dev.zt.dsl.syntax.Name;
import dev.zt.dsl.syntax.SegmentExpression;
import dev.zt.dsl.syntax.Selector;
import dev.zt.policy.Expr;
import dev.zt.policy.SourceSpan;
import dev.zt.policy.Type;
import dev.zt.policy.Type.Scalar;
import dev.zt.policy.value.SpiffePattern;
import dev.zt.policy.value.Value;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Segments as conditions on the endpoint of a subject or of a resource. */
final class Segments {
  private final ExprChecker checker;

  Segments(ExprChecker checker) {
    this.checker = checker;
  }

  /** How the two parts of an endpoint are read. */
  private record Endpoint(Supplier<Expr> spiffe, Supplier<Expr> ip) {}

  /** The condition that the subject speaks from the segment. */
  Expr ofSubject(Declared declared, Declaration.Segment segment, Selector.OfSegment use) {
    return named(
        declared,
        segment,
        use,
        new Endpoint(
            () -> signalField("workload", "spiffe", Scalar.SPIFFE, use),
            () -> signalField("location", "ip", Scalar.IP, use)));
  }

  private Expr signalField(String signal, String field, Scalar type, Selector use) {
    SignalType declared = checker.symbols().signals().get(signal);
    if (declared == null || !has(declared.fields().find(field), type)) {
      checker
          .file()
          .report(
              Code.UNKNOWN_FIELD,
              use.span(),
              "a segment needs the field `" + field + ": " + type + "` of `" + signal + "`");
      return Poison.expr(checker.file().at(use.span()));
    }
    return new FieldReads(checker).ofSignal(declared, new Name(field, use.span()), use.span());
  }

  /** The condition that a resource of the given types lies in the segment. */
  Expr ofResource(
      Declared declared, Declaration.Segment segment, Selector.OfSegment use, Type.Entity types) {
    return named(
        declared,
        segment,
        use,
        new Endpoint(
            () -> resourceField("spiffe", Scalar.SPIFFE, types, use),
            () -> resourceField("ip", Scalar.IP, types, use)));
  }

  private Expr resourceField(String name, Scalar type, Type.Entity types, Selector use) {
    SourceSpan span = checker.file().at(use.span());
    if (Poison.is(types)) {
      return Poison.expr(span);
    }
    Expr resource = new Expr.Resource(types, span);
    boolean declared =
        types.candidates().stream()
            .anyMatch(each -> checker.symbols().entity(each).fields().find(name) != null);
    if (!declared) {
      return new Expr.FieldOf(resource, name, type, span);
    }
    Expr read = new FieldReads(checker).field(resource, new Name(name, use.span()), use.span());
    if (Types.fits(read.type(), type)) {
      return read;
    }
    checker
        .file()
        .report(
            Code.TYPE_MISMATCH,
            use.span(),
            "a segment needs a field `" + name + "` that is " + Types.a(type));
    return Poison.expr(span);
  }

  private Expr named(
      Declared declared, Declaration.Segment segment, Selector.OfSegment use, Endpoint endpoint) {
    Expr body = test(declared.file(), segment.endpoints(), endpoint);
    return new Expr.Named(
        "segment " + use.segment().text(), body, null, checker.file().at(use.span()));
  }

  /** Looks at a segment where it is declared. */
  void check(Declared declared, Declaration.Segment segment) {
    Annotations.of(declared.file(), segment.preamble());
    Supplier<Expr> unread = () -> Poison.expr(declared.at());
    test(declared.file(), segment.endpoints(), new Endpoint(unread, unread));
  }

  private static Expr test(FileScope file, SegmentExpression written, Endpoint endpoint) {
    SourceSpan span = file.at(written.span());
    if (written instanceof SegmentExpression.All all) {
      return new Expr.And(tests(file, all.operands(), endpoint), span);
    }
    if (written instanceof SegmentExpression.Any any) {
      return new Expr.Or(tests(file, any.operands(), endpoint), span);
    }
    if (written instanceof SegmentExpression.Workload workload) {
      SpiffePattern pattern =
          TextReader.read(
              file,
              workload.pattern().value(),
              workload.pattern().span(),
              Code.BAD_PATTERN,
              SpiffePattern::parse);
      return pattern == null
          ? Poison.expr(span)
          : new Expr.MatchesSpiffe(endpoint.spiffe.get(), pattern, span);
    }
    SegmentExpression.Network network = (SegmentExpression.Network) written;
    SourceSpan at = file.at(network.range().span());
    Value range =
        TextReader.read(file, network.range().value(), network.range().span(), Scalar.CIDR);
    return range == null
        ? Poison.expr(span)
        : new Expr.InNetwork(endpoint.ip.get(), new Expr.Literal(range, Scalar.CIDR, at), span);
  }

  private static List<Expr> tests(
      FileScope file, List<SegmentExpression> operands, Endpoint endpoint) {
    return operands.stream().map(each -> test(file, each, endpoint)).toList();
  }

  /** Whether entities of the type have a part of the endpoint that the segment looks at. */
  static boolean mayHold(EntityType type, SegmentExpression written) {
    if (written instanceof SegmentExpression.All all) {
      return all.operands().stream().anyMatch(each -> mayHold(type, each));
    }
    if (written instanceof SegmentExpression.Any any) {
      return any.operands().stream().anyMatch(each -> mayHold(type, each));
    }
    return written instanceof SegmentExpression.Workload
        ? has(type.fields().find("spiffe"), Scalar.SPIFFE)
        : has(type.fields().find("ip"), Scalar.IP);
  }

  private static boolean has(@Nullable DeclaredField field, Scalar type) {
    return field != null && Types.bare(field.type()) == type;
  }
}
