package dev.zt.engine.authzen;

import static dev.zt.engine.authzen.Reading.READER;
import static dev.zt.engine.authzen.Reading.annReads;
import static dev.zt.engine.authzen.Reading.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.Entity;
import dev.zt.Request;
import dev.zt.Signal;
import dev.zt.engine.authzen.AuthZenRequest.Evaluation;
import dev.zt.engine.authzen.AuthZenRequest.Evaluations;
import dev.zt.engine.authzen.AuthZenRequest.Semantic;
import dev.zt.engine.authzen.AuthZenRequest.Unreadable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuthZenBatchTest {

  private static Evaluations batch(String text) {
    return (Evaluations) READER.read(json(text));
  }

  private static Request request(Evaluations batch, int index) {
    return ((Evaluation) batch.items().get(index)).request();
  }

  @Test
  void whatStandsBesideIsTheDefault() {
    Evaluations batch =
        batch(
            """
            {'subject': {'type': 'user', 'id': 'ann'}, 'action': {'name': 'read'},
             'context': {'ticket': 1}, 'entities': [{'type': 'team', 'id': 't1'}],
             'evaluations': [{'resource': {'type': 'record', 'id': 'r1'}},
                             {'resource': {'type': 'record', 'id': 'r2'}, 'subject': {'type': 'user', 'id': 'bob'}}]}
            """);
    assertThat(request(batch, 0)).hasToString("user \"ann\" read record \"r1\"");
    assertThat(request(batch, 1)).hasToString("user \"bob\" read record \"r2\"");
    assertThat(request(batch, 1).signals().get(0).fields()).isEqualTo(Map.of("ticket", 1L));
    assertThat(request(batch, 1).entities()).hasSize(1);
  }

  @Test
  void anElementReplacesADefaultWhole() {
    Evaluations batch =
        batch(
            """
            {'subject': {'type': 'user', 'id': 'ann', 'properties': {'roles': ['admin']}},
             'action': {'name': 'delete', 'properties': {'soft': true}},
             'resource': {'type': 'record', 'id': 'r1', 'properties': {'status': 'active'}},
             'context': {'device': {'managed': true}, 'ticket': 1},
             'entities': [{'type': 'team', 'id': 't1'}],
             'evaluations': [{'subject': {'type': 'user', 'id': 'ann'}, 'action': {'name': 'delete'},
                              'resource': {'type': 'record', 'id': 'r1'},
                              'context': {'ticket': 2}, 'entities': []}]}
            """);
    Request request = request(batch, 0);
    assertThat(request.subject().fields()).isEmpty();
    assertThat(request.actionFields()).isEmpty();
    assertThat(request.resource().fields()).isEmpty();
    assertThat(request.signals()).extracting(Signal::name).containsExactly("context");
    assertThat(request.entities()).isEmpty();
  }

  @Test
  void aNullContextReplacesTheDefaultByNothing() {
    Evaluations batch =
        batch(annReads(",'context':{'ticket':1},'evaluations':[{'context':null},{}]"));
    assertThat(request(batch, 0).signals()).isEmpty();
    assertThat(request(batch, 1).signals()).hasSize(1);
  }

  @Test
  void aDefaultIsReadOnce() {
    Evaluations batch = batch(annReads(",'evaluations':[{},{}]"));
    Entity first = request(batch, 0).subject();
    assertThat(request(batch, 1).subject()).isSameAs(first);
  }

  @Test
  void noEvaluationsAreASingleRequest() {
    assertThat(READER.read(annReads(json(",'evaluations':[]")))).isInstanceOf(Evaluation.class);
    assertThat(READER.read(annReads(""))).isInstanceOf(Evaluation.class);
  }

  @Test
  void oneEvaluationIsABatch() {
    assertThat(batch(annReads(",'evaluations':[{}]")).items()).hasSize(1);
  }

  @Test
  void anElementThatIsNoRequestDoesNotSpoilTheOthers() {
    Evaluations batch =
        batch(
            """
            {'subject': {'type': 'user', 'id': 'ann'}, 'action': {'name': 'read'},
             'evaluations': [
               {'resource': {'type': 'record', 'id': 'r1'}}, {}, {'resource': {'type': 'record'}},
               7, null, {'resource': null}, {'subject': null, 'resource': {'type': 'record', 'id': 'r1'}},
               {'resource': {'type': 'record', 'id': 'r1'}, 'context': 3}]}
            """);
    assertThat(batch.items()).hasSize(8);
    assertThat(batch.items().get(0)).isInstanceOf(Evaluation.class);
    List<String> complaints =
        batch.items().stream()
            .skip(1)
            .map(item -> ((Unreadable) item).reason().getMessage().replaceFirst("^line.*?: ", ""))
            .toList();
    assertThat(complaints)
        .containsExactly(
            "/evaluations/1/resource: `resource` is missing; say what it is asked on, as an object"
                + " with `type` and `id`",
            "/evaluations/2/resource/id: `id` is missing; give the id as text",
            "/evaluations/3: must be an object, not a number",
            "/evaluations/4: must be an object, not null",
            "/evaluations/5/resource: must not be null; say what it is asked on, as an object with"
                + " `type` and `id`",
            "/evaluations/6/subject: must not be null; say who asks, as an object with `type` and"
                + " `id`",
            "/evaluations/7/context: must be an object, not a number");
  }

  @ParameterizedTest
  @EnumSource(Semantic.class)
  void theSemanticIsRead(Semantic semantic) {
    Evaluations batch =
        batch(
            annReads(
                ",'evaluations':[{}],'options':{'x':1,'evaluations_semantic':'"
                    + semantic.name().toLowerCase(Locale.ROOT)
                    + "'}"));
    assertThat(batch.semantic()).isEqualTo(semantic);
  }

  @Test
  void allAreAnsweredUnlessToldOtherwise() {
    assertThat(batch(annReads(",'evaluations':[{}]")).semantic()).isEqualTo(Semantic.EXECUTE_ALL);
    assertThat(batch(annReads(",'evaluations':[{}],'options':{}")).semantic())
        .isEqualTo(Semantic.EXECUTE_ALL);
  }
}
