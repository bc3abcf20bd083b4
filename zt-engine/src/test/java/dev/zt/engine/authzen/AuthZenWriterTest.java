package dev.zt.engine.authzen;

import static dev.zt.engine.authzen.Reading.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zt.Challenge;
import dev.zt.Decision;
import dev.zt.DenyCause;
import dev.zt.Obligation;
import dev.zt.Reason;
import dev.zt.SourcePosition;
import dev.zt.Unknown;
import dev.zt.UnknownCause;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuthZenWriterTest {
  private static final AuthZenWriter WRITER = new AuthZenWriter();
  private static final Reason REASON =
      new Reason(
          "acme.payroll.fresh_mfa",
          "Sign in again.",
          new SourcePosition("payroll.zt", 52, 3),
          Map.of("owner", "iam", "control", "PCI-DSS-8.4"));

  private static Decision.Grounds grounds() {
    return new Decision.Grounds(List.of(), List.of(), Long.MAX_VALUE, "v1", null);
  }

  private static Decision.Grounds until(long validUntil) {
    return new Decision.Grounds(List.of(), List.of(), validUntil, "v1", null);
  }

  private static final Decision PERMIT = new Decision.Permit(grounds());
  private static final Decision RESTRICT =
      new Decision.Restrict(grounds(), List.of(new Obligation("read_only", Map.of())));
  private static final Decision CHALLENGE = new Decision.Challenge(grounds(), List.of());
  private static final Decision DENY =
      new Decision.Deny(grounds(), DenyCause.NOT_PERMITTED, "no permit applies");

  private static JsonNode tree(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }

  @Test
  void onlyAPermitIsTrue() throws IOException {
    for (Decision decision : List.of(PERMIT, RESTRICT, CHALLENGE, DENY)) {
      JsonNode response = tree(WRITER.write(decision));
      assertThat(response.get("decision").isBoolean()).isTrue();
      assertThat(response.get("decision").booleanValue())
          .as(decision.toString())
          .isEqualTo(decision == PERMIT)
          .isEqualTo(WRITER.grants(decision));
    }
  }

  @Test
  void aRestrictionIsTrueForCallersThatUnderstandObligations() throws IOException {
    AuthZenWriter writer = WRITER.obligationsUnderstood();
    for (Decision decision : List.of(PERMIT, RESTRICT, CHALLENGE, DENY)) {
      assertThat(tree(writer.write(decision)).get("decision").booleanValue())
          .as(decision.toString())
          .isEqualTo(decision == PERMIT || decision == RESTRICT)
          .isEqualTo(writer.grants(decision));
    }
  }

  @Test
  void aPermitSaysWhatItRestsOn() {
    Decision decision =
        new Decision.Permit(
            new Decision.Grounds(List.of(REASON), List.of(), 1_772_442_000_000L, "5f2c", null));
    assertThat(WRITER.write(decision))
        .isEqualTo(
            json(
                "{'decision':true,'context':{'outcome':'permit','reasons':[{"
                    + "'rule':'acme.payroll.fresh_mfa','message':'Sign in again.',"
                    + "'file':'payroll.zt','line':52,'column':3,"
                    + "'annotations':{'control':'PCI-DSS-8.4','owner':'iam'}}],"
                    + "'valid_until':'2026-03-02T09:00:00Z','policy_version':'5f2c'}}"));
  }

  @Test
  void aDenialSaysWhichStepDeniedAndWhatWasUnknown() {
    Decision decision =
        new Decision.Deny(
            new Decision.Grounds(
                List.of(new Reason("m.f", null, new SourcePosition("m.zt", 1, 1), Map.of())),
                List.of(
                    new Unknown("device.edr", UnknownCause.STALE, ""),
                    new Unknown("subject.level", UnknownCause.MISTYPED, "\"many\" is not an int")),
                Long.MAX_VALUE,
                "v1",
                null),
            DenyCause.FORBIDDEN,
            "a forbid applies");
    assertThat(WRITER.write(decision))
        .isEqualTo(
            json(
                "{'decision':false,'context':{'outcome':'deny','cause':'forbidden',"
                    + "'message':'a forbid applies',"
                    + "'reasons':[{'rule':'m.f','file':'m.zt','line':1,'column':1}],"
                    + "'unknowns':[{'path':'device.edr','cause':'stale'},"
                    + "{'path':'subject.level','cause':'mistyped',"
                    + "'detail':'\\'many\\' is not an int'}],"
                    + "'policy_version':'v1'}}"));
  }

  @Test
  void aChallengeSaysWhatWouldHelp() {
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("phishing_resistant", true);
    arguments.put("max_age", Duration.ofMinutes(90));
    Challenge.Step mfa = new Challenge.Step("mfa", arguments);
    Challenge.Step elevate = new Challenge.Step("elevate", Map.of("name", "acme.breakglass"));
    Decision decision =
        new Decision.Challenge(
            grounds(), List.of(new Challenge(List.of(mfa)), new Challenge(List.of(mfa, elevate))));
    String written = "{'name':'mfa','arguments':{'phishing_resistant':true,'max_age':'1h30m'}}";
    assertThat(WRITER.write(decision))
        .isEqualTo(
            json(
                "{'decision':false,'context':{'outcome':'challenge','challenges':["
                    + "{'one_of':["
                    + written
                    + "]},{'one_of':["
                    + written
                    + ",{'name':'elevate','arguments':{'name':'acme.breakglass'}}]}],"
                    + "'policy_version':'v1'}}"));
  }

  @Test
  void aRestrictionSaysWhatMustBeCarriedOut() {
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("field", "iban");
    arguments.put("count", Long.MAX_VALUE);
    arguments.put("ratio", new BigDecimal("0.2500"));
    arguments.put("from", Instant.parse("2026-03-02T09:00:00Z"));
    Decision decision =
        new Decision.Restrict(
            grounds(),
            List.of(new Obligation("read_only", Map.of()), new Obligation("mask", arguments)));
    assertThat(WRITER.write(decision))
        .isEqualTo(
            json(
                "{'decision':false,'context':{'outcome':'restrict','obligations':["
                    + "{'name':'read_only'},{'name':'mask','arguments':{'field':'iban',"
                    + "'count':9223372036854775807,'ratio':0.2500,"
                    + "'from':'2026-03-02T09:00:00Z'}}],'policy_version':'v1'}}"));
  }

  @Test
  void aShadowIsTheContextThatWouldBe() throws IOException {
    Decision decision =
        new Decision.Permit(new Decision.Grounds(List.of(), List.of(), 0, "v1", DENY));
    JsonNode shadow = tree(WRITER.write(decision)).at("/context/shadow");
    assertThat(shadow).isEqualTo(tree(WRITER.write(DENY)).get("context"));
  }

  @Test
  void validUntilIsLeftOutForEverAndNeverLate() throws IOException {
    assertThat(tree(WRITER.write(PERMIT)).get("context").has("valid_until")).isFalse();
    assertThat(end(1)).isEqualTo("1970-01-01T00:00:00.001Z");
    assertThat(end(Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli()))
        .isEqualTo("9999-12-31T23:59:59.999Z");
    assertThat(end(Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli() + 1))
        .isEqualTo("9999-12-31T23:59:59.999Z");
    assertThat(end(Long.MAX_VALUE - 1)).isEqualTo("9999-12-31T23:59:59.999Z");
  }

  private static String end(long validUntil) throws IOException {
    return tree(WRITER.write(new Decision.Permit(until(validUntil))))
        .at("/context/valid_until")
        .textValue();
  }

  @Test
  void aBatchIsAnsweredInOrder() throws IOException {
    JsonNode response = tree(WRITER.writeAll(List.of(PERMIT, DENY, PERMIT)));
    assertThat(response.has("decision")).isFalse();
    assertThat(response.get("evaluations"))
        .containsExactly(
            tree(WRITER.write(PERMIT)), tree(WRITER.write(DENY)), tree(WRITER.write(PERMIT)));
  }

  @Test
  void whateverTextIsWrittenIsAsciiAndReadsBack() throws IOException {
    String hostile = "\"\\\u0000\u001b\u2028\u202eÜ😀\ud800 </script>";
    Decision decision =
        new Decision.Deny(
            new Decision.Grounds(
                List.of(),
                List.of(new Unknown("subject.level", UnknownCause.MISTYPED, hostile)),
                0,
                "v1",
                null),
            DenyCause.NOT_PERMITTED,
            hostile);
    String response = WRITER.write(decision);
    assertThat(response.chars()).allMatch(c -> c >= ' ' && c < 127);
    assertThat(tree(response).at("/context/message").textValue()).isEqualTo(hostile);
    assertThat(tree(response).at("/context/unknowns/0/detail").textValue()).isEqualTo(hostile);
  }
}
