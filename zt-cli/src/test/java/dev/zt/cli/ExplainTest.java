package dev.zt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainTest {
  private static final String SHORT =
      """
      {"subject":  {"type": "User", "id": "ann", "department": "hr"},
       "action":   "read",
       "resource": {"type": "Doc", "id": "d", "department": "hr"},
       "location": {"ip": "10.1.2.3"}}
      """;

  private static final String AUTHZEN =
      """
      {"subject":  {"type": "User", "id": "ann", "properties": {"department": "hr"}},
       "action":   {"name": "read"},
       "resource": {"type": "Doc", "id": "d", "properties": {"department": "hr"}},
       "context":  {"location": {"ip": "10.1.2.3"}}}
      """;

  @TempDir Path folder;
  private Path policy = Path.of("");

  @BeforeEach
  void writePolicy() {
    policy = Samples.policy(folder, Samples.SOUND);
  }

  @Test
  void aRequestIsDecidedAndExplained() throws IOException {
    Ran ran = explain(SHORT);
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .startsWith("PERMIT")
        .contains("acme.docs.readers", "subject.department == resource.department");
  }

  @Test
  void bothFormsAreTheSameRequest() throws IOException {
    String now = "2026-03-02T09:00:00Z";
    assertThat(explain(AUTHZEN, "--now", now)).isEqualTo(explain(SHORT, "--now", now));
  }

  @Test
  void aDenialIsNoFailure() throws IOException {
    Ran ran = explain(SHORT.replace("\"hr\"},\n \"action\"", "\"sales\"},\n \"action\""));
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).startsWith("DENY");
  }

  @Test
  void whatTheRequestGivesInVainIsTold() throws IOException {
    String request =
        SHORT
            .replace(
                "\"department\": \"hr\"},\n \"action\"", "\"departement\": \"hr\"},\n \"action\"")
            .replace("\"10.1.2.3\"}", "\"10.1.2.3\"}, \"identity\": {\"mfa_age\": \"5m\"}");
    assertThat(explain(request).out())
        .startsWith("DENY")
        .endsWith(
            """

            given and not used
              User.departement is not declared: did you mean `department`?
              signal identity.mfa_age is never given: computed from other fields
            """);
    assertThat(explain(SHORT).out()).doesNotContain("not used");
  }

  @Test
  void aProgramReadsAnAuthZenResponse() throws IOException {
    Ran ran = explain(SHORT, "--format", "json");
    assertThat(ran.out()).startsWith("{\"decision\":true,\"context\":{\"outcome\":\"permit\"");
  }

  @Test
  void theClockStandsWhereTheRequestOrTheCommandSays() throws IOException {
    Files.writeString(
        policy,
        """
        module acme.docs
        entity User {}
        entity Doc { actions read }
        office_hours: permit User to read Doc when now in "Mon-Fri 09:00-17:00 UTC"
        """);
    String day = SHORT.stripTrailing().replaceFirst("}$", ", \"now\": \"2026-03-02T10:00:00Z\"}");
    assertThat(explain(day).out()).startsWith("PERMIT");
    assertThat(explain(day, "--now", "2026-03-02T20:00:00Z").out()).startsWith("DENY");
    assertThat(explain(day, "--now", "noon").err()).contains("`noon` is no instant");
  }

  @Test
  void severalRequestsAreRefused() throws IOException {
    String batch = AUTHZEN.stripTrailing().replaceFirst("}$", ", \"evaluations\": [{}, {}]}");
    Ran ran = explain(batch);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("it holds several requests");
  }

  @Test
  void policiesThatDoNotCompileAreTold() throws IOException {
    Samples.policy(folder, Samples.WRONG);
    Ran ran = explain(SHORT);
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("ZT2103");
    assertThat(ran.out()).isEmpty();
  }

  private Ran explain(String request, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("request.json"), request);
    Object[] args = new Object[4 + more.length];
    args[0] = "explain";
    args[1] = policy;
    args[2] = "--request";
    args[3] = file;
    System.arraycopy(more, 0, args, 4, more.length);
    return Ran.zt(args);
  }
}
