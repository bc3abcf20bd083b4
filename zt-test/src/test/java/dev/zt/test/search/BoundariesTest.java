package dev.zt.test.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.Explanation.Truth;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.dsl.suite.GivenEntity;
import dev.zt.dsl.suite.GivenSignal;
import dev.zt.dsl.suite.Situation;
import dev.zt.engine.Inspection;
import dev.zt.engine.Inspector;
import dev.zt.policy.Expr;
import dev.zt.policy.PolicySet;
import dev.zt.policy.value.Value;
import dev.zt.test.Requests;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of condition can be turned either way by one change, and be made unknown. */
class BoundariesTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  private static PolicySet policies(String condition) {
    return PolicyCompiler.compile(
            "a.zt",
            """
            module a
            role "clerk"
            enum Size { small < large }
            entity Team {}
            entity User in Team { level: int  manager: User  tags: set<string>  ends: time?  mail: string }
            entity Robot { level: int }
            entity Doc { owner: User  size: Size  amount: decimal  actions read }
            rule: permit User, Robot to read Doc when\s"""
                + condition)
        .orThrow();
  }

  private static Situation situation() {
    return new Situation(
        NOW,
        entity("a.User", "ann", Map.of("level", new Value.Int(7))),
        "read",
        entity("a.Doc", "d", Map.of()),
        new TreeMap<>(),
        List.of(new GivenSignal("device", new TreeMap<>(Map.of("managed", Value.Bool.of(true))))),
        List.of());
  }

  private static GivenEntity entity(String type, String id, Map<String, Value> fields) {
    return new GivenEntity(new Value.Ref(type, id), new TreeMap<>(fields), Set.of());
  }

  private static Inspection look(PolicySet policies, Situation situation) {
    Instant now = situation.now() == null ? Instant.EPOCH : situation.now();
    return Inspector.of(policies)
        .inspect(new Requests(policies.schema()).of(situation), now)
        .orElseThrow();
  }

  private static List<Truth> reached(String written) {
    PolicySet policies = policies(written);
    Expr condition = policies.rules().get(0).when();
    Situation situation = situation();
    return Boundaries.ofGivens(condition, policies.schema(), situation, look(policies, situation))
        .stream()
        .map(change -> look(policies, change.applyTo(situation)).truth(condition))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "subject.level > 3",
        "device.managed",
        "device.edr == healthy",
        "device.os_version >= \"14.2\"",
        "identity.mfa_age <= 15m",
        "resource.size < large",
        "resource.amount == 12.5",
        "resource.owner == subject",
        "location.country in [\"DE\", \"FR\"]",
        "location.ip in [\"10.0.0.0/8\", \"2001:db8::/32\"]",
        "role \"clerk\"",
        "group \"staff\"",
        "subject in Team \"t\"",
        "subject.tags contains \"x\"",
        "subject.tags contains any [\"x\", \"y\"]",
        "subject.tags contains all [\"x\", \"y\"]",
        "subject.mail matches \"*@example.org\"",
        "lower(subject.mail) ends with \"@example.org\"",
        "workload.spiffe matches \"spiffe://example.org/*/api\"",
        "any(t in subject.tags: t matches \"admin-*\")",
        "all(t in subject.tags: t != \"secret\")",
        "subject.ends is none",
        "now < subject.ends",
        "subject.level + 3 > 20",
        "location.speed > 900km/h"
      })
  void theConditionTurnsBothWaysAndCanBeUnknown(String condition) {
    assertThat(reached(condition)).contains(Truth.TRUE, Truth.FALSE, Truth.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "subject is User",
        "subject == User \"root\"",
        "now in \"Mon-Fri 08:00-18:00 UTC\"",
        "known(device.edr)"
      })
  void aConditionThatIsAlwaysKnownTurnsBothWays(String condition) {
    List<Truth> reached = new ArrayList<>(reached(condition));
    reached.add(truthBefore(condition));
    assertThat(reached).contains(Truth.TRUE, Truth.FALSE);
  }

  private static Truth truthBefore(String written) {
    PolicySet policies = policies(written);
    return look(policies, situation()).truth(policies.rules().get(0).when());
  }
}
