package dev.zt.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.Entity;
import dev.zt.Explanation;
import dev.zt.Request;
import dev.zt.Signal;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.engine.Engine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an on-call engineer reads when a request was not permitted. */
class ExplanationTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  private static final String POLICY =
      """
      module acme.payroll
      role "clerk"
      entity Employee { department: string }
      entity Payroll { department: string  tags: set<string>  actions read, export }
      let trusted_device = device.managed and device.edr == healthy

      clerks:
      permit role "clerk" to read Payroll
        when subject.department == resource.department and trusted_device

      exporters:
      permit role "clerk" to export Payroll

      nothing_secret:
      forbid anyone to read Payroll
        when any(tag in resource.tags: tag == "secret")
        because "Secret payrolls stay closed."
      """;

  private final Engine engine =
      Engine.builder(PolicyCompiler.compile("payroll.zt", POLICY).orThrow())
          .clock(() -> NOW)
          .build();

  private static Entity clerk(String department) {
    return Entity.of("Employee", "ann", Map.of("department", department)).roles("clerk");
  }

  private static Entity payroll(String... tags) {
    return Entity.of("Payroll", "p1", Map.of("department", "hr", "tags", List.of(tags)));
  }

  @Test
  void aDenialByDefaultShowsWhichPermitsCameClosestAndWhyTheyFailed() {
    Request request = Request.of(clerk("sales"), "read", payroll());

    assertThat(engine.explain(request).text())
        .isEqualTo(
            """
            DENY: no permit applies
            Employee "ann" read Payroll "p1" at 2026-03-02T09:00:00Z

            permits that came closest
              acme.payroll.clerks (payroll.zt:7) does not apply
                ✓ role "clerk"
                    subject.roles = ["clerk"]
                ✗ subject.department == resource.department
                    subject.department = "sales"
                    resource.department = "hr"
                ? trusted_device
                  ? device.managed and device.edr == healthy
                    ? device.managed   unknown: MISSING
                    ? device.edr == healthy
                      ? device.edr   unknown: MISSING
              acme.payroll.exporters (payroll.zt:11) is about `export`

            other rules in question
              acme.payroll.nothing_secret (payroll.zt:14) does not apply
                ✗ any(tag in resource.tags: tag == "secret")
                    resource.tags = []
            """);
  }

  @Test
  void aForbidShowsTheElementThatMadeItApply() {
    Request request =
        Request.of(clerk("hr"), "read", payroll("public", "secret"))
            .with(Signal.of("device", Map.of("managed", true, "edr", "healthy")));

    assertThat(engine.explain(request).text())
        .startsWith(
            """
            DENY: Secret payrolls stay closed.
            Employee "ann" read Payroll "p1" at 2026-03-02T09:00:00Z

            decided by
              acme.payroll.nothing_secret (payroll.zt:14) forbids
                ✓ any(tag in resource.tags: tag == "secret")
                    resource.tags = ["public", "secret"]
                  ✗ tag = "public": tag == "secret"
                      tag = "public"
                  ✓ tag = "secret": tag == "secret"
                      tag = "secret"
            """);
  }

  @Test
  void aRequirementThatIsOneUnknownFactSaysWhyItIsUnknown() {
    Engine strict =
        Engine.builder(
                PolicyCompiler.compile(
                        "strict.zt",
                        """
                        module strict
                        entity Employee { }
                        entity Payroll { actions read }
                        readers: permit Employee to read Payroll
                        in_order: require device.compliant to read Payroll else deny
                        """)
                    .orThrow())
            .clock(() -> NOW)
            .build();
    Request request = Request.of(Entity.of("Employee", "ann"), "read", Entity.of("Payroll", "p1"));

    assertThat(strict.explain(request).text())
        .contains("? require device.compliant   unknown: device.compliant MISSING\n");
  }

  @Test
  void aRequestThatNoRuleIsAboutIsExplainedToo() {
    Explanation explanation = engine.explain(Request.of(clerk("hr"), "raed", payroll()));

    assertThat(explanation.text()).startsWith("DENY: `Payroll` has no action `raed`");
    assertThat(explanation.rules()).isEmpty();
  }
}
