package dev.zt.dsl.check.lint;

import dev.zt.Challenge;
import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.source.Source;
import dev.zt.dsl.source.SourceFiles;
import dev.zt.dsl.source.Span;
import dev.zt.dsl.syntax.Argument;
import dev.zt.dsl.syntax.Call;
import dev.zt.dsl.syntax.Name;
import dev.zt.dsl.syntax.Otherwise;
import dev.zt.policy.Consequence;
import dev.zt.policy.Expr;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Rule;
import dev.zt.policy.Schema;
import dev.zt.policy.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Arguments of challenges that differ from the condition beside them: whoever meets the challenge
 * is challenged again, or is asked for more than is needed.
 */
final class ChallengeDrift {
  /** By challenge, the field that its parameter {@code max_age} is about. */
  private static final Map<String, String> AGES =
      Map.of("mfa", "mfa_age", "reauthenticate", "auth_age");

  private final Findings findings;
  private final SourceFiles files;
  private final WrittenRules written;

  ChallengeDrift(Findings findings, SourceFiles files, WrittenRules written) {
    this.findings = findings;
    this.files = files;
    this.written = written;
  }

  void check(PolicySet set) {
    set.rules().forEach(rule -> rule(rule, set.schema()));
  }

  private void rule(Rule rule, Schema schema) {
    Expr requirement = rule.requirement();
    if (requirement == null || !(rule.consequence() instanceof Consequence.Challenged asked)) {
      return;
    }
    Source source = files.find(rule.span().file());
    List<Call> calls = calls(rule);
    List<Challenge.Step> steps =
        asked.challenges().stream().flatMap(each -> each.alternatives().stream()).toList();
    if (source == null || calls.size() != steps.size()) {
      return;
    }
    List<Atom> atoms = new Search(true).parts(requirement, true).atoms();
    for (int i = 0; i < steps.size(); i++) {
      step(new Asked(steps.get(i), calls.get(i), source, schema), atoms);
    }
  }

  private List<Call> calls(Rule rule) {
    if (!(written.rule(rule.span()) instanceof dev.zt.dsl.syntax.Rule.Require require)) {
      return List.of();
    }
    if (require.otherwise() instanceof Otherwise.ChallengeAll all) {
      return all.challenges();
    }
    return require.otherwise() instanceof Otherwise.ChallengeOneOf one
        ? one.challenges()
        : List.of();
  }

  /** A challenge as it is meant and as it is written. */
  private record Asked(Challenge.Step step, Call call, Source source, Schema schema) {
    /** Where the argument for a parameter is written, or null. */
    @Nullable Span argument(String parameter) {
      Schema.Signature signature = schema.challenges().get(step.name());
      for (int i = 0; i < call.arguments().size(); i++) {
        Argument argument = call.arguments().get(i);
        Name name = argument.name();
        boolean meant =
            name != null
                ? name.text().equals(parameter)
                : signature != null && signature.parameters().get(i).name().equals(parameter);
        if (meant) {
          return argument.value().span();
        }
      }
      return null;
    }
  }

  private void step(Asked asked, List<Atom> atoms) {
    String age = AGES.get(asked.step().name());
    Object maxAge = asked.step().arguments().get("max_age");
    Object resistant = asked.step().arguments().get("phishing_resistant");
    for (Atom atom : atoms) {
      if (age != null && maxAge instanceof Duration given) {
        Value.Duration wanted = limit(atom, age);
        if (wanted != null && wanted.millis() != given.toMillis()) {
          tell(asked, "max_age", atom, wanted.toString(), given.toMillis() > wanted.millis());
        }
      }
      if (Boolean.FALSE.equals(resistant) && isResistance(atom)) {
        tell(asked, "phishing_resistant", atom, "true", true);
      }
    }
  }

  /** The greatest age that a condition leaves, or null when it is none on that age. */
  private static Value.@Nullable Duration limit(Atom atom, String age) {
    if (!(atom.condition() instanceof Expr.Compare compare)) {
      return null;
    }
    boolean ageFirst = isField(compare.left(), age);
    Value limit = Constants.of(ageFirst ? compare.right() : compare.left());
    boolean atMost =
        switch (compare.op()) {
          case LT, LE -> atom.wanted() == ageFirst;
          case GT, GE -> atom.wanted() != ageFirst;
          case EQ, NE -> false;
        };
    return atMost
            && (ageFirst || isField(compare.right(), age))
            && limit instanceof Value.Duration duration
        ? duration
        : null;
  }

  private static boolean isResistance(Atom atom) {
    return atom.wanted() && isField(atom.condition(), "phishing_resistant");
  }

  private static boolean isField(Expr expr, String name) {
    Expr bare = Constants.bare(expr);
    Expr path = bare instanceof Expr.Derived derived ? derived.path() : bare;
    return path instanceof Expr.SignalField field
        && field.signal().equals("identity")
        && field.field().equals(name);
  }

  private void tell(Asked asked, String parameter, Atom atom, String wanted, boolean tooLittle) {
    Span argument = asked.argument(parameter);
    if (argument != null) {
      findings.add(
          Code.CHALLENGE_DRIFT,
          asked.source(),
          argument,
          tooLittle
              ? "the challenge accepts what " + Findings.quoted(atom.condition()) + " does not"
              : "the challenge asks for more than " + Findings.quoted(atom.condition()) + " does",
          "did you mean `" + wanted + "`?");
    }
  }
}
