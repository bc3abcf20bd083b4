package dev.zt.bench.contender;

import com.googlecode.aviator.runtime.function.FunctionUtils;
import com.googlecode.aviator.runtime.type.AviatorBoolean;
import com.googlecode.aviator.runtime.type.AviatorObject;
import dev.zt.bench.model.Condition;
import dev.zt.bench.model.Path;
import dev.zt.bench.model.Question;
import dev.zt.bench.model.Reference;
import dev.zt.bench.model.Rule;
import dev.zt.bench.model.Thing;
import dev.zt.bench.workload.Workload;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.casbin.jcasbin.main.Enforcer;
import org.casbin.jcasbin.model.Model;
import org.casbin.jcasbin.util.function.CustomFunction;
import org.jspecify.annotations.Nullable;

/**
 * jCasbin. Plain grants use the model of its documentation for roles; rules with conditions use the
 * one for attributes, where each line of the policy carries an expression. Roles and groups are its
 * role links. What its expressions lack are functions that the application adds.
 */
final class JCasbin implements Contender {
  private static final String GRANTS =
      """
      [request_definition]
      r = sub, obj, act

      [policy_definition]
      p = sub, obj, act

      [role_definition]
      g = _, _

      [policy_effect]
      e = some(where (p.eft == allow))

      [matchers]
      m = r.act == p.act && r.obj == p.obj && g(r.sub, p.sub)
      """;

  private static final String CONDITIONS =
      """
      [request_definition]
      r = sub, obj, act, q

      [policy_definition]
      p = sub, obj, act, rule, eft

      [role_definition]
      g = _, _

      [policy_effect]
      e = some(where (p.eft == allow)) && !some(where (p.eft == deny))

      [matchers]
      m = (p.act == "*" || r.act == p.act) && (p.obj == "*" || r.obj == p.obj) \
      && (p.sub == "*" || g(r.sub, p.sub)) && eval(p.rule)
      """;

  @Override
  public String title() {
    return "jCasbin";
  }

  @Override
  public Answering prepare(Workload workload, Instant now) {
    boolean plain =
        workload.rules().stream().allMatch(rule -> rule.condition() instanceof Condition.Always);
    Model model = Model.newModelFromString(plain ? GRANTS : CONDITIONS);
    Text text = new Text();
    for (Rule rule : workload.rules()) {
      for (String action : rule.actions().isEmpty() ? List.of("*") : rule.actions()) {
        model.addPolicy("p", "p", plain ? grant(rule, action) : line(rule, action, text));
      }
    }
    addLinks(model, workload);
    Enforcer enforcer = new Enforcer(model);
    enforcer.enableLog(false);
    enforcer.buildRoleLinks();
    // Without this each evaluation of a line's expression compiles it anew.
    enforcer.getAviatorEval().setCachedExpressionByDefault(true);
    enforcer.addFunction("meet", new Test("meet", JCasbin::meet));
    text.functions.forEach(
        (name, networks) ->
            enforcer.addFunction(
                name, new Test(name, (address, any) -> networks.contains((Long) address))));
    for (Condition.WorkingHours hours : text.hours) {
      enforcer.addFunction(
          Text.name(hours),
          new Test(
              Text.name(hours),
              (millis, any) ->
                  LocalTime.at(Instant.ofEpochMilli((Long) millis), hours.zone()).within(hours)));
    }
    Object[][] requests = requests(workload, now, plain);
    return (HandWritten.Plain) question -> enforcer.enforce(requests[question]);
  }

  private static Object[][] requests(Workload workload, Instant now, boolean plain) {
    List<Map<String, Object>> flat = Flat.questions(workload, now);
    Object[][] requests = new Object[flat.size()][];
    for (int i = 0; i < requests.length; i++) {
      Question question = workload.questions().get(i);
      Map<String, Object> attributes = new HashMap<>();
      flat.get(i).forEach((name, value) -> attributes.put(Text.key(name), value));
      String user = question.subject().reference().id();
      String type = question.resource().reference().type();
      requests[i] =
          plain
              ? new Object[] {user, type, question.action()}
              : new Object[] {user, type, question.action(), attributes};
    }
    return requests;
  }

  private static List<String> grant(Rule rule, String action) {
    return List.of(anyIfNone(rule.role()), anyIfNone(rule.resourceType()), action);
  }

  private static List<String> line(Rule rule, String action, Text text) {
    String condition = text.of(rule.condition());
    return List.of(
        anyIfNone(rule.role()),
        anyIfNone(rule.resourceType()),
        action,
        switch (rule.effect()) {
          case PERMIT, FORBID -> condition;
          case REQUIRE -> "!(" + condition + ')';
        },
        switch (rule.effect()) {
          case PERMIT -> "allow";
          case FORBID, REQUIRE -> "deny";
        });
  }

  private static String anyIfNone(@Nullable String name) {
    return name == null ? "*" : name;
  }

  private static void addLinks(Model model, Workload workload) {
    for (Question question : workload.questions()) {
      addLinks(model, question.subject());
    }
    workload.entities().values().forEach(thing -> addLinks(model, thing));
  }

  private static void addLinks(Model model, Thing thing) {
    String id = thing.reference().id();
    for (Reference parent : thing.memberships()) {
      addLink(model, id, parent.id());
    }
    if (thing.roles() != null) {
      thing.roles().forEach(role -> addLink(model, id, role));
    }
  }

  private static void addLink(Model model, String from, String to) {
    if (!model.hasPolicy("g", "g", List.of(from, to))) {
      model.addPolicy("g", "g", List.of(from, to));
    }
  }

  private static boolean meet(Object some, Object others) {
    Collection<?> all = (Collection<?>) others;
    return ((Collection<?>) some).stream().anyMatch(all::contains);
  }

  /** A function that an application adds. */
  private static final class Test extends CustomFunction {
    private static final long serialVersionUID = 1;

    private final String name;
    private final transient BiPredicate<Object, Object> test;

    Test(String name, BiPredicate<Object, Object> test) {
      this.name = name;
      this.test = test;
    }

    @Override
    public AviatorObject call(Map<String, Object> env, AviatorObject only) {
      return call(env, only, only);
    }

    @Override
    public AviatorObject call(Map<String, Object> env, AviatorObject first, AviatorObject second) {
      return AviatorBoolean.valueOf(
          test.test(
              FunctionUtils.getJavaObject(first, env), FunctionUtils.getJavaObject(second, env)));
    }

    @Override
    public String getName() {
      return name;
    }
  }

  /** Conditions in the expressions of the library that evaluates jCasbin's matchers. */
  private static final class Text extends ConditionText {
    private final Map<String, Networks> functions = new HashMap<>();
    private final Set<Condition.WorkingHours> hours = new HashSet<>();

    static String key(String path) {
      return path.replace('.', '_');
    }

    static String name(Condition.WorkingHours hours) {
      return "hours_" + Integer.toUnsignedString(hours.hashCode());
    }

    @Override
    String field(Path path) {
      return "r.q." + key(path.toString());
    }

    @Override
    String text(String text) {
      return "'" + text + "'";
    }

    @Override
    public String oneOf(Condition.OneOf condition) {
      return condition.texts().stream()
          .map(text -> field(condition.field()) + " == " + text(text))
          .collect(Collectors.joining(" || ", "(", ")"));
    }

    @Override
    public String inNetworks(Condition.InNetworks condition) {
      String name = "networks_" + Integer.toUnsignedString(condition.ranges().hashCode());
      functions.computeIfAbsent(name, any -> new Networks(condition.ranges()));
      return name + '(' + field(condition.field()) + ')';
    }

    @Override
    public String workingHours(Condition.WorkingHours condition) {
      hours.add(condition);
      return name(condition) + '(' + field(Path.of("time.now")) + ')';
    }

    @Override
    public String subjectIn(Condition.SubjectIn condition) {
      return "g(r.sub, " + field(condition.group()) + ')';
    }

    @Override
    public String resourceIn(Condition.ResourceIn condition) {
      return "meet("
          + field(condition.container())
          + ", "
          + field(Path.of("resource.ancestors"))
          + ')';
    }
  }
}
