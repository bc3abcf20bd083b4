package dev.zt.bench.contender;

import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.Program;
import dev.zt.bench.model.Condition;
import dev.zt.bench.model.Effect;
import dev.zt.bench.model.Path;
import dev.zt.bench.model.Question;
import dev.zt.bench.model.Rule;
import dev.zt.bench.workload.Workload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * cel-java. It decides expressions, not policies: each rule is a program that was compiled before,
 * and the application keeps, for each action on each type of resource, the list of programs that
 * speak of it, those that deny first.
 */
final class Cel implements Contender {
  @Override
  public String title() {
    return "cel-java";
  }

  @Override
  public Answering prepare(Workload workload, Instant now) throws Exception {
    List<Map<String, Object>> flat = Flat.questions(workload, now);
    Compiler compiler = new Compiler(workload, flat);
    Map<Endpoint, Programs> byEndpoint = new HashMap<>();
    Programs[] programs = new Programs[flat.size()];
    List<Map<String, Object>> variables = new ArrayList<>();
    for (int i = 0; i < programs.length; i++) {
      Question question = workload.questions().get(i);
      Endpoint endpoint = new Endpoint(question.action(), question.resource().reference().type());
      Programs known = byEndpoint.get(endpoint);
      if (known == null) {
        known = compiler.programs(endpoint);
        byEndpoint.put(endpoint, known);
      }
      programs[i] = known;
      Map<String, Object> all = new HashMap<>(flat.get(i));
      all.put("time.stamp", now);
      variables.add(all);
    }
    Map<?, ?>[] given = variables.toArray(Map<?, ?>[]::new);
    return new HandWritten.Plain() {
      @Override
      public boolean yes(int question) {
        @SuppressWarnings("unchecked")
        Map<String, ?> values = (Map<String, ?>) given[question];
        return programs[question].permit(values);
      }
    };
  }

  private record Endpoint(String action, String type) {}

  private record Programs(List<Program> denying, List<Program> permitting) {
    boolean permit(Map<String, ?> values) {
      try {
        for (Program program : denying) {
          if (!Boolean.FALSE.equals(program.eval(values))) {
            return false;
          }
        }
        for (Program program : permitting) {
          if (Boolean.TRUE.equals(program.eval(values))) {
            return true;
          }
        }
        return false;
      } catch (CelEvaluationException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Makes programs of rules, each once. */
  private static final class Compiler {
    private final Workload workload;
    private final dev.cel.bundle.Cel cel;
    private final Text text;
    private final Map<Rule, Program> compiled = new HashMap<>();

    Compiler(Workload workload, List<Map<String, Object>> flat) {
      this.workload = workload;
      CelBuilder builder = CelFactory.plannerCelBuilder();
      builder.setStandardMacros(CelStandardMacro.STANDARD_MACROS);
      Map<String, Object> sample = new HashMap<>();
      flat.forEach(sample::putAll);
      sample.forEach((name, value) -> builder.addVar(name, type(value)));
      builder.addVar("time.stamp", SimpleType.TIMESTAMP);
      this.text = new Text();
      workload.rules().forEach(rule -> text.of(rule.condition()));
      text.functions.forEach((name, networks) -> declare(builder, name, networks));
      this.cel = builder.build();
    }

    @SuppressWarnings("Immutable") // Its arrays are never written again.
    private static void declare(CelBuilder builder, String name, Networks networks) {
      builder.addFunctionDeclarations(
          CelFunctionDecl.newFunctionDeclaration(
              name,
              CelOverloadDecl.newGlobalOverload(name + "_int", SimpleType.BOOL, SimpleType.INT)));
      builder.addFunctionBindings(
          CelFunctionBinding.fromOverloads(
              name, CelFunctionBinding.from(name + "_int", Long.class, networks::contains)));
    }

    private static CelType type(Object value) {
      if (value instanceof Boolean) {
        return SimpleType.BOOL;
      } else if (value instanceof Long) {
        return SimpleType.INT;
      } else if (value instanceof List<?>) {
        return ListType.create(SimpleType.STRING);
      }
      return SimpleType.STRING;
    }

    Programs programs(Endpoint endpoint) throws Exception {
      List<Program> denying = new ArrayList<>();
      List<Program> permitting = new ArrayList<>();
      for (Rule rule : workload.rules()) {
        if (rule.concerns(endpoint.action(), endpoint.type())) {
          Program program = compiled.get(rule);
          if (program == null) {
            program = program(rule);
            compiled.put(rule, program);
          }
          (rule.effect() == Effect.PERMIT ? permitting : denying).add(program);
        }
      }
      return new Programs(denying, permitting);
    }

    private Program program(Rule rule) throws Exception {
      String condition = text.of(rule.condition());
      String expression =
          switch (rule.effect()) {
            case PERMIT, FORBID -> condition;
            case REQUIRE -> "!(" + condition + ')';
          };
      String role = rule.role();
      CelAbstractSyntaxTree tree =
          cel.compile(
                  role == null
                      ? expression
                      : text.text(role) + " in subject.roles && " + expression)
              .getAst();
      return cel.createProgram(tree);
    }
  }

  /** Conditions as CEL writes them. */
  private static final class Text extends ConditionText {
    private final Map<String, Networks> functions = new HashMap<>();

    @Override
    String field(Path path) {
      return path.toString();
    }

    @Override
    public String oneOf(Condition.OneOf condition) {
      return field(condition.field()) + " in [" + texts(condition.texts()) + ']';
    }

    @Override
    public String inNetworks(Condition.InNetworks condition) {
      String name = "in_networks_" + Integer.toUnsignedString(condition.ranges().hashCode());
      functions.computeIfAbsent(name, any -> new Networks(condition.ranges()));
      return name + '(' + field(condition.field()) + ')';
    }

    @Override
    public String workingHours(Condition.WorkingHours condition) {
      String zone = text(condition.zone());
      return "time.stamp.getDayOfWeek(%1$s) in [1, 2, 3, 4, 5] && time.stamp.getHours(%1$s) >= %2$d && time.stamp.getHours(%1$s) < %3$d"
          .formatted(zone, condition.from(), condition.to());
    }

    @Override
    public String subjectIn(Condition.SubjectIn condition) {
      return field(condition.group()) + " in subject.ancestors";
    }

    @Override
    public String resourceIn(Condition.ResourceIn condition) {
      return field(condition.container()) + ".exists(c, c in resource.ancestors)";
    }
  }
}
