package dev.zt.engine.authzen;

import dev.zt.Authorizer;
import dev.zt.Decision;
import dev.zt.Request;
import dev.zt.engine.authzen.AuthZenRequest.Evaluation;
import dev.zt.engine.authzen.AuthZenRequest.Evaluations;
import dev.zt.engine.authzen.AuthZenRequest.Item;
import dev.zt.engine.authzen.AuthZenRequest.Semantic;
import dev.zt.engine.authzen.AuthZenRequest.Unreadable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * Answers AuthZEN requests: the body of a request in, the body of the response out.
 *
 * <p>One endpoint serves both {@code /access/v1/evaluation} and {@code /access/v1/evaluations};
 * which is asked is seen from the body. Whatever carries the bodies, and who may ask, is up to the
 * application. Thread-safe as the authorizer is.
 */
public final class AuthZenEndpoint {
  private final Authorizer authorizer;
  private final AuthZenReader reader;
  private final AuthZenWriter writer;

  /** An endpoint of that authorizer. */
  public AuthZenEndpoint(Authorizer authorizer, AuthZenReader reader, AuthZenWriter writer) {
    this.authorizer = Objects.requireNonNull(authorizer, "authorizer");
    this.reader = Objects.requireNonNull(reader, "reader");
    this.writer = Objects.requireNonNull(writer, "writer");
  }

  /**
   * The response to the body of a request.
   *
   * @throws AuthZenException when the body is no request: status 400
   */
  public String answer(String body) {
    return answer(reader.read(body));
  }

  /**
   * The response to the body of a request in UTF-8.
   *
   * @throws AuthZenException when the body is no request: status 400
   */
  public String answer(byte[] body) {
    return answer(reader.read(body));
  }

  /**
   * The response to a request. The questions of a batch of which all are answered are decided at
   * one instant; otherwise one after another, and those after the deciding one are not asked at
   * all.
   */
  public String answer(AuthZenRequest request) {
    if (request instanceof Evaluation evaluation) {
      return writer.write(authorizer.check(evaluation.request()));
    }
    Evaluations batch = (Evaluations) request;
    return writer.writeAnswers(
        batch.semantic() == Semantic.EXECUTE_ALL ? all(batch) : untilDecided(batch));
  }

  private List<Answer> all(Evaluations batch) {
    List<Request> questions = new ArrayList<>();
    for (Item item : batch.items()) {
      if (item instanceof Evaluation evaluation) {
        questions.add(evaluation.request());
      }
    }
    Iterator<Decision> decisions = authorizer.checkAll(questions).iterator();
    List<Answer> answers = new ArrayList<>();
    for (Item item : batch.items()) {
      answers.add(
          item instanceof Unreadable unreadable
              ? new Answer.Refused(unreadable.reason())
              : new Answer.Decided(decisions.next()));
    }
    return answers;
  }

  private List<Answer> untilDecided(Evaluations batch) {
    boolean decisive = batch.semantic() == Semantic.PERMIT_ON_FIRST_PERMIT;
    List<Answer> answers = new ArrayList<>();
    for (Item item : batch.items()) {
      boolean granted = false;
      if (item instanceof Evaluation evaluation) {
        Decision decision = authorizer.check(evaluation.request());
        answers.add(new Answer.Decided(decision));
        granted = writer.grants(decision);
      } else {
        answers.add(new Answer.Refused(((Unreadable) item).reason()));
      }
      if (granted == decisive) {
        break;
      }
    }
    return answers;
  }
}
