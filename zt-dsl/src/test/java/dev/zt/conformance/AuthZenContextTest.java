package dev.zt.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.engine.Engine;
import dev.zt.engine.authzen.AuthZenEndpoint;
import dev.zt.engine.authzen.AuthZenReader;
import dev.zt.engine.authzen.AuthZenWriter;
import dev.zt.policy.PolicySet;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What the context of an AuthZEN request means to a policy, from JSON to JSON. */
class AuthZenContextTest {
  private static final String POLICY =
      """
      module t
      entity User as "user" { }
      entity Record as "record" { actions read, write, print }
      extend signal context { ticket: int }

      tickets: permit User to read Record when context.ticket > 7
      writers: permit User to write, print Record
      jailbroken: forbid User to write Record when device.jailbroken
      printers: restrict User to print Record unless device.managed with watermark
      """;

  private final AuthZenWriter writer = new AuthZenWriter();

  private static JsonNode answer(AuthZenWriter writer, String action, String context)
      throws IOException {
    PolicySet policies = PolicyCompiler.compile("t.zt", POLICY).orThrow();
    try (Engine engine = Engine.builder(policies).build()) {
      AuthZenReader reader = new AuthZenReader(() -> engine.policies().schema());
      String request =
          "{'subject':{'type':'user','id':'ann'},'resource':{'type':'record','id':'r1'},"
              + "'action':{'name':'%s'},'context':%s}".formatted(action, context);
      return new ObjectMapper()
          .readTree(new AuthZenEndpoint(engine, reader, writer).answer(request.replace('\'', '"')));
    }
  }

  private void isUnknown(JsonNode response, String path, String cause) {
    assertThat(response.get("decision").booleanValue()).as(response.toString()).isFalse();
    assertThat(response.at("/context/unknowns")).as(response.toString()).hasSize(1);
    assertThat(response.at("/context/unknowns/0/path").textValue()).isEqualTo(path);
    assertThat(response.at("/context/unknowns/0/cause").textValue()).isEqualTo(cause);
  }

  @Test
  void aMemberIsAFieldOfTheContext() throws IOException {
    assertThat(answer(writer, "read", "{'ticket':8}").get("decision").booleanValue()).isTrue();
    assertThat(answer(writer, "read", "{'ticket':7}").get("decision").booleanValue()).isFalse();
  }

  @Test
  void theContextMayAlsoStandInItself() throws IOException {
    assertThat(answer(writer, "read", "{'context':{'ticket':8}}").get("decision").booleanValue())
        .isTrue();
    assertThat(
            answer(writer, "read", "{'ticket':8,'context':{'ticket':8}}")
                .get("decision")
                .booleanValue())
        .isTrue();
  }

  @Test
  void aContradictionIsUnknown() throws IOException {
    isUnknown(
        answer(writer, "read", "{'ticket':8,'context':{'ticket':9}}"),
        "context.ticket",
        "mistyped");
  }

  @Test
  void aBrokenContextMakesEveryFieldOfItUnknown() throws IOException {
    isUnknown(answer(writer, "read", "{'ticket':8,'context':'all'}"), "context.ticket", "failed");
  }

  @Test
  void aSignalThatIsNoObjectOpensNothing() throws IOException {
    assertThat(
            answer(writer, "write", "{'device':{'jailbroken':false}}")
                .get("decision")
                .booleanValue())
        .isTrue();
    isUnknown(answer(writer, "write", "{'device':'laptop-7'}"), "device.jailbroken", "failed");
    isUnknown(answer(writer, "write", "{'device':false}"), "device.jailbroken", "failed");
    isUnknown(
        answer(writer, "write", "{'device':[{'jailbroken':false}]}"),
        "device.jailbroken",
        "failed");
    isUnknown(answer(writer, "write", "{'device':null}"), "device.jailbroken", "missing");
  }

  @Test
  void aNumberThatIsTooLongSpoilsItsFieldAlone() throws IOException {
    String digits = "9".repeat(100_000);
    isUnknown(answer(writer, "read", "{'ticket':" + digits + "}"), "context.ticket", "overflowed");
    isUnknown(answer(writer, "read", "{'ticket':1e0}"), "context.ticket", "mistyped");
    assertThat(
            answer(writer, "read", "{'ticket':8,'other':-0." + digits + "}")
                .get("decision")
                .booleanValue())
        .isTrue();
  }

  @Test
  void aRestrictionOpensOnlyForThoseWhoUnderstandIt() throws IOException {
    JsonNode closed = answer(writer, "print", "{}");
    assertThat(closed.get("decision").booleanValue()).isFalse();
    assertThat(closed.at("/context/obligations/0/name").textValue()).isEqualTo("watermark");
    JsonNode open = answer(writer.obligationsUnderstood(), "print", "{}");
    assertThat(open.get("decision").booleanValue()).isTrue();
    assertThat(open.get("context")).isEqualTo(closed.get("context"));
  }
}
