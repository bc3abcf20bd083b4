package dev.zt.bench.contender;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zt.bench.model.Condition;
import dev.zt.bench.model.Path;
import dev.zt.bench.model.Rule;
import dev.zt.bench.workload.Workload;
import io.sapl.api.pdp.AuthorizationDecision;
import io.sapl.api.pdp.AuthorizationSubscription;
import io.sapl.api.pdp.Decision;
import io.sapl.functions.TemporalFunctionLibrary;
import io.sapl.interpreter.DefaultSAPLInterpreter;
import io.sapl.interpreter.combinators.PolicyDocumentCombiningAlgorithm;
import io.sapl.interpreter.functions.AnnotationFunctionContext;
import io.sapl.interpreter.functions.FunctionContext;
import io.sapl.interpreter.pip.AnnotationAttributeContext;
import io.sapl.interpreter.pip.AttributeContext;
import io.sapl.pdp.EmbeddedPolicyDecisionPoint;
import io.sapl.pdp.PolicyDecisionPointFactory;
import io.sapl.pip.time.TimePolicyInformationPoint;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * SAPL's embedded decision point with one document for each rule, subscriptions made before, and
 * the first decision of the stream.
 *
 * @param ownTime whether the hour comes from SAPL's own source of time, rather than with the
 *     subscription. That source knows no zone but UTC: here its clock runs ahead by as much as
 *     Berlin's.
 */
record Sapl(boolean ownTime) implements Contender {
  @Override
  public String title() {
    return ownTime ? "SAPL, its own time" : "SAPL";
  }

  @Override
  public Answering prepare(Workload workload, Instant now) throws Exception {
    Text text = new Text(ownTime);
    List<String> documents = new ArrayList<>();
    for (Rule rule : workload.rules()) {
      documents.add(text.document(rule));
    }
    // Its own factory's clock is the system's, which stands at no fixed instant.
    EmbeddedPolicyDecisionPoint point =
        PolicyDecisionPointFactory.fixedInRamPolicyDecisionPoint(
            new DefaultSAPLInterpreter(),
            documents,
            PolicyDocumentCombiningAlgorithm.DENY_OVERRIDES,
            Map.of(),
            attributes(new TimePolicyInformationPoint(berlin(now))),
            functions(),
            decision -> decision,
            subscription -> subscription);
    AuthorizationSubscription[] asked =
        Flat.questions(workload, now).stream()
            .map(Sapl::subscription)
            .toArray(AuthorizationSubscription[]::new);
    return new Answering() {
      @Override
      public Object decide(int question) {
        AuthorizationDecision decision = point.decide(asked[question]).blockFirst();
        if (decision == null) {
          throw new IllegalStateException("no decision");
        }
        return decision;
      }

      @Override
      public boolean permits(Object answer) {
        Decision decision = ((AuthorizationDecision) answer).getDecision();
        if (decision == Decision.INDETERMINATE) {
          throw new IllegalStateException(answer.toString());
        }
        return decision == Decision.PERMIT;
      }

      @Override
      public void close() {
        point.destroy();
      }
    };
  }

  private static Clock berlin(Instant now) {
    return Clock.fixed(
        now.atZone(ZoneId.of(LocalTime.ZONE)).toLocalDateTime().toInstant(ZoneOffset.UTC),
        ZoneOffset.UTC);
  }

  private static AttributeContext attributes(TimePolicyInformationPoint time) throws Exception {
    AnnotationAttributeContext context = new AnnotationAttributeContext();
    context.loadPolicyInformationPoint(time);
    return context;
  }

  private static FunctionContext functions() throws Exception {
    AnnotationFunctionContext context = new AnnotationFunctionContext();
    context.loadLibrary(TemporalFunctionLibrary.class);
    return context;
  }

  private static AuthorizationSubscription subscription(Map<String, Object> attributes) {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode all = mapper.createObjectNode();
    attributes.forEach(
        (path, value) -> {
          int dot = path.indexOf('.');
          all.withObject("/" + path.substring(0, dot))
              .set(key(path.substring(dot + 1)), mapper.valueToTree(value));
        });
    ObjectNode environment = mapper.createObjectNode();
    for (String signal : List.of("identity", "device", "location", "time")) {
      if (all.has(signal)) {
        environment.set(signal, all.get(signal));
      }
    }
    return new AuthorizationSubscription(
        all.withObject("/subject"),
        all.get("action").get("name"),
        all.get("resource"),
        environment);
  }

  private static String key(String field) {
    return field.replace('.', '_');
  }

  /** Rules as SAPL writes them. */
  private static final class Text extends ConditionText {
    private static final List<String> WORKING_DAYS =
        List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY");

    private final boolean ownTime;

    Text(boolean ownTime) {
      this.ownTime = ownTime;
    }

    String document(Rule rule) {
      List<String> target = new ArrayList<>();
      if (rule.resourceType() != null) {
        target.add("resource.type == " + text(rule.resourceType()));
      }
      if (!rule.actions().isEmpty()) {
        target.add(
            rule.actions().stream()
                .map(action -> "action == " + text(action))
                .collect(Collectors.joining(" | ", "(", ")")));
      }
      if (rule.role() != null) {
        target.add(text(rule.role()) + " in subject.roles");
      }
      String head =
          "policy "
              + text(rule.id())
              + (switch (rule.effect()) {
                case PERMIT -> "\npermit ";
                case FORBID, REQUIRE -> "\ndeny ";
              })
              + String.join(" & ", target);
      String body =
          switch (rule.effect()) {
            case PERMIT, FORBID -> of(rule.condition());
            case REQUIRE -> "!(" + of(rule.condition()) + ')';
          };
      return rule.condition() instanceof Condition.Always
          ? head
          : head + "\nwhere\n  " + body + ";\n";
    }

    @Override
    String field(Path path) {
      String root = path.root();
      String field = root + '.' + key(path.field());
      return root.equals("subject") || root.equals("resource") ? field : "environment." + field;
    }

    @Override
    public String oneOf(Condition.OneOf condition) {
      return field(condition.field()) + " in [" + texts(condition.texts()) + ']';
    }

    @Override
    public String inNetworks(Condition.InNetworks condition) {
      return Ranges.tests(condition, field(condition.field()), " && ", " || ");
    }

    @Override
    public String workingHours(Condition.WorkingHours condition) {
      LocalTime.requireZone(condition.zone());
      return (ownTime
              ? "(time.hourOf(<time.now>) >= %d && time.hourOf(<time.now>) < %d"
                  + " && time.dayOfWeek(<time.now>) in [%s])"
              : "(environment.time.hour >= %d && environment.time.hour < %d"
                  + " && environment.time.day <= 5)")
          .formatted(condition.from(), condition.to(), texts(WORKING_DAYS));
    }

    @Override
    public String subjectIn(Condition.SubjectIn condition) {
      return field(condition.group()) + " in subject.ancestors";
    }

    @Override
    public String resourceIn(Condition.ResourceIn condition) {
      return field(condition.container()) + "[?(@ in resource.ancestors)] != []";
    }
  }
}
