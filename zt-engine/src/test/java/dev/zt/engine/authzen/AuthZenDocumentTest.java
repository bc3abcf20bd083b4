package dev.zt.engine.authzen;

import static dev.zt.engine.authzen.Reading.READER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import dev.zt.engine.authzen.AuthZenRequest.Evaluation;
import dev.zt.engine.authzen.AuthZenRequest.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code docs/authzen.md} shows is what is read and written. */
class AuthZenDocumentTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "authzen.md");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String VERSION =
      "9c56cc51b374c3ba189210d5b6d4bf57790d351c96c47c02190ecf1e430635ab";

  private static List<String> shown(String kind) throws IOException {
    return Pattern.compile("```json " + kind + "\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(DOCUMENT))
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  private static Decision.Grounds grounds() {
    return new Decision.Grounds(List.of(), List.of(), Long.MAX_VALUE, VERSION, null);
  }

  private static void isShown(int index, String response) throws IOException {
    JsonNode written = JSON.readTree(response);
    assertThat(JSON.readTree(shown("response").get(index))).isEqualTo(written);
  }

  @Test
  void theRequestIsReadAsTheTableSays() throws IOException {
    List<String> requests = shown("request");
    assertThat(requests).hasSize(2);
    Evaluation single = (Evaluation) READER.read(requests.get(0));
    assertThat(single.request()).hasToString("Employee \"ann\" read Payroll \"2026-02\"");
    assertThat(single.request().signals())
        .extracting(signal -> signal.name())
        .containsExactly("device", "identity", "context");
    assertThat(single.request().entities()).hasSize(1);
  }

  @Test
  void aChallengeIsWrittenAsShown() throws IOException {
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("phishing_resistant", true);
    arguments.put("max_age", Duration.ofMinutes(15));
    Decision decision =
        new Decision.Challenge(
            new Decision.Grounds(
                List.of(
                    new Reason(
                        "acme.payroll.fresh_mfa",
                        "Sign in again with your key.",
                        new SourcePosition("payroll.zt", 47, 1),
                        Map.of("control", "PCI-DSS-8.4"))),
                List.of(new Unknown("identity.phishing_resistant", UnknownCause.MISSING, "")),
                Instant.parse("2026-03-02T09:15:00Z").toEpochMilli(),
                VERSION,
                null),
            List.of(new Challenge(List.of(new Challenge.Step("mfa", arguments)))));
    isShown(0, new AuthZenWriter().write(decision));
  }

  @Test
  void aRestrictionIsWrittenAsShown() throws IOException {
    Decision decision =
        new Decision.Restrict(
            grounds(),
            List.of(
                new Obligation("read_only", Map.of()),
                new Obligation("mask", Map.of("field", "iban"))));
    isShown(1, new AuthZenWriter().obligationsUnderstood().write(decision));
  }

  @Test
  void theBatchIsAnsweredAsShown() throws IOException {
    AuthZenRequest batch = READER.read(shown("request").get(1));
    assertThat(batch.items()).hasSize(3);
    Unreadable last = (Unreadable) batch.items().get(2);
    isShown(
        2,
        new AuthZenWriter()
            .writeAnswers(
                List.of(
                    new Answer.Decided(new Decision.Permit(grounds())),
                    new Answer.Decided(
                        new Decision.Deny(grounds(), DenyCause.NOT_PERMITTED, "no permit applies")),
                    new Answer.Refused(last.reason()))));
  }

  @Test
  void refusalsReadAsShown() throws IOException {
    String document = Files.readString(DOCUMENT);
    for (String text :
        List.of(
            "{'subject':{'type':'Employee'}}",
            "{'context': {\n  'device': {\n    'managed': true, 'source': 'mdm',  'managed': false}}}",
            "{'action':\n       {}, }")) {
      assertThatThrownBy(() -> READER.read(Reading.json(text)))
          .isInstanceOf(AuthZenException.class)
          .satisfies(refusal -> assertThat(document).contains(refusal.getMessage()));
    }
  }
}
