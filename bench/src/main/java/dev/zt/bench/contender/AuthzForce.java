package dev.zt.bench.contender;

import dev.zt.bench.workload.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import oasis.names.tc.xacml._3_0.core.schema.wd_17.DecisionType;
import org.ow2.authzforce.core.pdp.api.AttributeFqn;
import org.ow2.authzforce.core.pdp.api.AttributeFqns;
import org.ow2.authzforce.core.pdp.api.DecisionRequest;
import org.ow2.authzforce.core.pdp.api.DecisionRequestBuilder;
import org.ow2.authzforce.core.pdp.api.DecisionResult;
import org.ow2.authzforce.core.pdp.api.value.AttributeBag;
import org.ow2.authzforce.core.pdp.api.value.Bags;
import org.ow2.authzforce.core.pdp.api.value.BooleanValue;
import org.ow2.authzforce.core.pdp.api.value.IntegerValue;
import org.ow2.authzforce.core.pdp.api.value.StandardDatatypes;
import org.ow2.authzforce.core.pdp.api.value.StringValue;
import org.ow2.authzforce.core.pdp.impl.BasePdpEngine;
import org.ow2.authzforce.core.pdp.impl.PdpEngineConfiguration;

/**
 * AuthzForce by its native interface, which its documentation calls the most efficient, with
 * requests made before. XACML policies have targets by type of resource and action.
 */
final class AuthzForce implements Contender {
  private static final String CONFIGURATION =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <pdp xmlns="http://authzforce.github.io/core/xmlns/pdp/8"
           xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
           version="8.1" standardAttributeProvidersEnabled="false"
           maxIntegerValue="9223372036854775807">
        <policyProvider id="policies" xsi:type="StaticPolicyProvider">
          <policyLocation>%s</policyLocation>
        </policyProvider>
        <rootPolicyRef policySet="true">root</rootPolicyRef>
      </pdp>
      """;

  @Override
  public String title() {
    return "AuthzForce";
  }

  @Override
  public Answering prepare(Workload workload, Instant now) throws Exception {
    BasePdpEngine engine = engine(XacmlText.policySet(workload.rules()));
    List<DecisionRequest> requests = new ArrayList<>();
    for (Map<String, Object> attributes : Flat.questions(workload, now)) {
      requests.add(request(engine, attributes));
    }
    DecisionRequest[] asked = requests.toArray(DecisionRequest[]::new);
    return new Answering() {
      @Override
      public Object decide(int question) {
        return engine.evaluate(asked[question]);
      }

      @Override
      public boolean permits(Object answer) {
        DecisionType decision = ((DecisionResult) answer).getDecision();
        if (decision == DecisionType.INDETERMINATE) {
          throw new IllegalStateException(answer.toString());
        }
        return decision == DecisionType.PERMIT;
      }
    };
  }

  private static BasePdpEngine engine(String policies) throws IOException {
    // Its documentation asks for this, so that it may read its own schemas.
    System.setProperty("javax.xml.accessExternalSchema", "all");
    Path folder = Files.createTempDirectory("authzforce");
    Path policy = Files.writeString(folder.resolve("policies.xml"), policies);
    Path configuration =
        Files.writeString(
            folder.resolve("pdp.xml"), CONFIGURATION.formatted(policy.toUri().toString()));
    try {
      return new BasePdpEngine(
          PdpEngineConfiguration.getInstance(configuration.toUri().toString()));
    } finally {
      Files.delete(policy);
      Files.delete(configuration);
      Files.delete(folder);
    }
  }

  private static DecisionRequest request(BasePdpEngine engine, Map<String, Object> attributes) {
    DecisionRequestBuilder<?> request = engine.newRequestBuilder(4, attributes.size());
    attributes.forEach(
        (path, value) -> {
          AttributeFqn name =
              AttributeFqns.newInstance(XacmlText.category(path), Optional.empty(), path);
          request.putNamedAttributeIfAbsent(name, bag(value));
        });
    return request.build(false);
  }

  private static AttributeBag<?> bag(Object value) {
    if (value instanceof Boolean flag) {
      return Bags.singletonAttributeBag(StandardDatatypes.BOOLEAN, BooleanValue.valueOf(flag));
    } else if (value instanceof Long number) {
      return Bags.singletonAttributeBag(StandardDatatypes.INTEGER, IntegerValue.valueOf(number));
    } else if (value instanceof Collection<?> texts) {
      return Bags.newAttributeBag(
          StandardDatatypes.STRING,
          texts.stream().map(text -> new StringValue((String) text)).toList());
    }
    return Bags.singletonAttributeBag(StandardDatatypes.STRING, new StringValue((String) value));
  }
}
