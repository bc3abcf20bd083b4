package dev.zt.dsl.check;

import dev.zt.Challenge;
import dev.zt.Obligation;
import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.diagnostic.Nearest;
import dev.zt.dsl.syntax.Argument;
import dev.zt.dsl.syntax.Call;
import dev.zt.dsl.syntax.Declaration;
import dev.zt.policy.Expr;
import dev.zt.policy.Schema;
import dev.zt.policy.value.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Obligations and challenges as rules name them, with constant arguments. */
final class Calls {
  private static final int PLACES = 4;

  private final ExprChecker checker;

  Calls(ExprChecker checker) {
    this.checker = checker;
  }

  /** Obligations as written; those that are reported as errors are left out. */
  List<Obligation> obligations(List<Call> calls) {
    return calls.stream()
        .map(call -> arguments(call, Declaration.Obligation.class, "obligation"))
        .filter(Bound::isSound)
        .map(bound -> new Obligation(bound.name, bound.arguments))
        .toList();
  }

  /** Challenges as written; those that are reported as errors are left out. */
  List<Challenge.Step> challenges(List<Call> calls) {
    return calls.stream()
        .map(call -> arguments(call, Declaration.Challenge.class, "challenge"))
        .filter(Bound::isSound)
        .map(bound -> new Challenge.Step(bound.name, bound.arguments))
        .toList();
  }

  /** Arguments by parameter, in order of declaration. */
  private record Bound(String name, Map<String, Object> arguments, boolean isSound) {}

  private Bound arguments(Call call, Class<? extends Declaration> kind, String noun) {
    FileScope file = checker.file();
    Declared declared = file.resolve(Namespace.CALL, call.name(), noun);
    Schema.Signature signature =
        declared == null ? null : checker.symbols().calls().get(declared.name());
    if (declared == null || signature == null) {
      return new Bound("", Map.of(), false);
    }
    if (!kind.isInstance(declared.declaration())) {
      String other =
          declared.declaration() instanceof Declaration.Challenge ? "a challenge" : "an obligation";
      file.report(
          Code.UNKNOWN_CALL,
          call.name().span(),
          "`"
              + declared.name()
              + "` is "
              + other
              + (noun.equals("challenge") ? ", no challenge" : ", no obligation"));
      return new Bound("", Map.of(), false);
    }
    return bind(call, signature);
  }

  private Bound bind(Call call, Schema.Signature signature) {
    Map<String, Object> given = new HashMap<>();
    boolean sound = true;
    for (int i = 0; i < call.arguments().size(); i++) {
      Argument argument = call.arguments().get(i);
      Schema.Parameter parameter = parameter(call, i, signature);
      Object value = parameter == null ? null : constant(argument, parameter);
      if (parameter == null || value == null) {
        sound = false;
      } else if (given.putIfAbsent(parameter.name(), value) != null) {
        report(argument, "`" + parameter.name() + "` is given twice");
        sound = false;
      }
    }
    Map<String, Object> ordered = new LinkedHashMap<>();
    for (Schema.Parameter parameter : signature.parameters()) {
      Object value = given.get(parameter.name());
      if (value != null) {
        ordered.put(parameter.name(), value);
      }
    }
    return new Bound(signature.name(), ordered, sound);
  }

  /** Which parameter an argument is for; null when that is reported as an error. */
  private Schema.@Nullable Parameter parameter(Call call, int place, Schema.Signature signature) {
    Argument argument = call.arguments().get(place);
    List<Schema.Parameter> parameters = signature.parameters();
    if (argument.name() != null) {
      String name = argument.name().text();
      for (Schema.Parameter parameter : parameters) {
        if (parameter.name().equals(name)) {
          return parameter;
        }
      }
      List<String> names = parameters.stream().map(Schema.Parameter::name).toList();
      checker
          .file()
          .report(
              Code.UNKNOWN_PARAMETER,
              argument.name().span(),
              "`" + signature.name() + "` has no parameter `" + name + "`",
              Nearest.help(name, names).orElse(null));
      return null;
    }
    if (place > 0 && call.arguments().get(place - 1).name() != null) {
      report(argument, "arguments without a name come before those with one");
      return null;
    }
    if (place >= parameters.size()) {
      report(
          argument,
          "`" + signature.name() + "` takes " + Counted.of(parameters.size(), "argument"));
      return null;
    }
    return parameters.get(place);
  }

  private void report(Argument argument, String message) {
    checker.file().report(Code.BAD_ARGUMENTS, argument.span(), message);
  }

  private @Nullable Object constant(Argument argument, Schema.Parameter parameter) {
    Expr typed = checker.check(argument.value(), parameter.type());
    if (Poison.is(typed)) {
      return null;
    }
    Value value = ConstantValues.of(typed);
    if (value == null) {
      checker
          .file()
          .report(Code.NOT_A_CONSTANT, argument.value().span(), "a constant is expected here");
      return null;
    }
    return outside(value);
  }

  /** A value as applications see it. */
  private static Object outside(Value value) {
    if (value instanceof Value.Bool bool) {
      return bool.value();
    }
    if (value instanceof Value.Int number) {
      return number.value();
    }
    if (value instanceof Value.Decimal decimal) {
      return BigDecimal.valueOf(decimal.units(), PLACES);
    }
    if (value instanceof Value.Duration duration) {
      return Duration.ofMillis(duration.millis());
    }
    if (value instanceof Value.Time time) {
      return Instant.ofEpochMilli(time.epochMillis());
    }
    if (value instanceof Value.Text text) {
      return text.value();
    }
    return value instanceof Value.EnumConstant constant ? constant.name() : value.toString();
  }
}
