package dev.zt.engine.authzen;

import static dev.zt.engine.authzen.Reading.READER;
import static dev.zt.engine.authzen.Reading.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zt.Authorizer;
import dev.zt.Decision;
import dev.zt.DenyCause;
import dev.zt.Elevations;
import dev.zt.Event;
import dev.zt.Explanation;
import dev.zt.Obligation;
import dev.zt.Request;
import dev.zt.Sessions;
import dev.zt.Signals;
import dev.zt.Usage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuthZenEndpointTest {

  /** Decides by the resource's id, and remembers what it was asked. */
  private static final class ByResource implements Authorizer {
    final List<String> asked = new ArrayList<>();
    int checks;

    @Override
    public Decision check(Request request) {
      return checkAll(List.of(request)).get(0);
    }

    @Override
    public List<Decision> checkAll(List<Request> requests) {
      checks++;
      return requests.stream().map(this::decide).toList();
    }

    private Decision decide(Request request) {
      String id = request.resource().id();
      asked.add(id);
      Decision.Grounds grounds = new Decision.Grounds(List.of(), List.of(), 0, "v1", null);
      return switch (id.charAt(0)) {
        case 'p' -> new Decision.Permit(grounds);
        case 'r' -> new Decision.Restrict(grounds, List.of(new Obligation("watermark", Map.of())));
        default -> new Decision.Deny(grounds, DenyCause.NOT_PERMITTED, "no permit applies");
      };
    }

    @Override
    public Decision preview(Request request) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void observe(Event event) {}

    @Override
    public Explanation explain(Request request) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Elevations elevations() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Signals signals() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Usage usage() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Sessions sessions() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }

  private final ByResource authorizer = new ByResource();
  private final AuthZenEndpoint endpoint =
      new AuthZenEndpoint(authorizer, READER, new AuthZenWriter());

  private static String ask(String semantic, String... resources) {
    StringBuilder evaluations = new StringBuilder();
    for (String id : resources) {
      evaluations.append(evaluations.isEmpty() ? "" : ",");
      evaluations.append(id.isEmpty() ? "{}" : "{'resource':{'type':'record','id':'" + id + "'}}");
    }
    return json(
        "{'subject':{'type':'user','id':'ann'},'action':{'name':'read'},'evaluations':["
            + evaluations
            + "],'options':{'evaluations_semantic':'"
            + semantic
            + "'}}");
  }

  private static List<Boolean> decisions(String response) throws IOException {
    List<Boolean> decisions = new ArrayList<>();
    for (JsonNode each : new ObjectMapper().readTree(response).get("evaluations")) {
      decisions.add(each.get("decision").booleanValue());
    }
    return decisions;
  }

  @Test
  void aSingleRequestIsChecked() throws IOException {
    String body =
        json(
            "{'subject':{'type':'user','id':'ann'},'action':{'name':'read'},"
                + "'resource':{'type':'record','id':'p1'}}");
    JsonNode response = new ObjectMapper().readTree(endpoint.answer(body));
    assertThat(response.get("decision").booleanValue()).isTrue();
    assertThat(endpoint.answer(body.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(endpoint.answer(body));
  }

  @Test
  void whatIsNoRequestIsNotAnswered() {
    assertThatThrownBy(() -> endpoint.answer("{}")).isInstanceOf(AuthZenException.class);
    assertThat(authorizer.asked).isEmpty();
  }

  @Test
  void executeAllAnswersAllAtOneInstant() throws IOException {
    assertThat(decisions(endpoint.answer(ask("execute_all", "p1", "d1", "p2"))))
        .containsExactly(true, false, true);
    assertThat(authorizer.checks).isEqualTo(1);
  }

  @Test
  void anUnreadableElementIsRefusedInItsPlace() throws IOException {
    String response = endpoint.answer(ask("execute_all", "p1", "", "p2"));
    assertThat(decisions(response)).containsExactly(true, false, true);
    JsonNode error = new ObjectMapper().readTree(response).at("/evaluations/1/context/error");
    assertThat(error.get("status").intValue()).isEqualTo(400);
    assertThat(error.get("message").textValue()).contains("/evaluations/1/resource");
    assertThat(authorizer.asked).containsExactly("p1", "p2");
  }

  @Test
  void denyOnFirstDenyStopsAtTheFirstRefusal() throws IOException {
    assertThat(decisions(endpoint.answer(ask("deny_on_first_deny", "p1", "d1", "p2"))))
        .containsExactly(true, false);
    assertThat(authorizer.asked).containsExactly("p1", "d1");
  }

  @Test
  void denyOnFirstDenyStopsAtAnUnreadableElement() throws IOException {
    assertThat(decisions(endpoint.answer(ask("deny_on_first_deny", "p1", "", "p2"))))
        .containsExactly(true, false);
  }

  @Test
  void denyOnFirstDenyAnswersAllWhenNoneIsRefused() throws IOException {
    assertThat(decisions(endpoint.answer(ask("deny_on_first_deny", "p1", "p2"))))
        .containsExactly(true, true);
  }

  @Test
  void permitOnFirstPermitStopsAtTheFirstThatIsGranted() throws IOException {
    assertThat(decisions(endpoint.answer(ask("permit_on_first_permit", "", "d1", "p1", "p2"))))
        .containsExactly(false, false, true);
    assertThat(authorizer.asked).containsExactly("d1", "p1");
  }

  @Test
  void aRestrictionCountsAsTheCallerReadsIt() throws IOException {
    String body = ask("permit_on_first_permit", "r1", "p1");
    assertThat(decisions(endpoint.answer(body))).containsExactly(false, true);
    AuthZenEndpoint understanding =
        new AuthZenEndpoint(authorizer, READER, new AuthZenWriter().obligationsUnderstood());
    assertThat(decisions(understanding.answer(body))).containsExactly(true);
  }
}
