package dev.zt.engine.authzen;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.zt.Decision;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Writes decisions as responses of the AuthZEN Authorization API 1.0: {@code {"decision": …,
 * "context": {…}}}.
 *
 * <p>AuthZEN knows true and false. PERMIT is true, CHALLENGE and DENY are false. RESTRICT is false
 * too: whoever reads nothing but {@code decision} would give access and carry out no obligation. A
 * caller that is known to carry out what {@code context.obligations} says is answered by the writer
 * that {@link #obligationsUnderstood} gives.
 *
 * <p>{@code context} holds, in this order and each only where there is something to say:
 *
 * <ul>
 *   <li>{@code outcome}: {@code permit}, {@code restrict}, {@code challenge} or {@code deny};
 *       always there
 *   <li>{@code cause} and {@code message} of a denial: which step denied, and a sentence
 *   <li>{@code obligations}: objects with {@code name} and {@code arguments}
 *   <li>{@code challenges}: objects with {@code one_of}, the steps of which any one suffices, each
 *       with {@code name} and {@code arguments}
 *   <li>{@code reasons}: objects with {@code rule}, {@code message}, {@code file}, {@code line},
 *       {@code column} and {@code annotations}
 *   <li>{@code unknowns}: objects with {@code path}, {@code cause} and {@code detail}
 *   <li>{@code valid_until}: RFC 3339, exclusive; not there when the decision stands for ever
 *   <li>{@code policy_version}; always there
 *   <li>{@code shadow}: what {@code context} would be with all shadow rules enforced
 * </ul>
 *
 * <p>The names are stable; more may be added. In arguments durations and times are text as a policy
 * writes them. The text is plain ASCII, other characters are escaped. What a response tells about
 * policies is meant for the application that asked, not for its users.
 *
 * <p>Immutable and thread-safe.
 */
public final class AuthZenWriter {
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final boolean obligationsUnderstood;

  /** A writer for callers that read nothing but {@code decision}: RESTRICT is false. */
  public AuthZenWriter() {
    this(false);
  }

  private AuthZenWriter(boolean obligationsUnderstood) {
    this.obligationsUnderstood = obligationsUnderstood;
  }

  /**
   * A writer for callers that carry out every obligation of {@code context.obligations} or refuse:
   * RESTRICT is true.
   */
  public AuthZenWriter obligationsUnderstood() {
    return new AuthZenWriter(true);
  }

  /** What {@code decision} is. */
  public boolean grants(Decision decision) {
    return decision instanceof Decision.Permit
        || (obligationsUnderstood && decision instanceof Decision.Restrict);
  }

  /** The response to a single request. */
  public String write(Decision decision) {
    return text(json -> write(json, new Answer.Decided(decision)));
  }

  /** The response to a batch, in the order given. */
  public String writeAll(List<Decision> decisions) {
    return writeAnswers(decisions.stream().map(Answer.Decided::new).toList());
  }

  String writeAnswers(List<? extends Answer> answers) {
    return text(
        json -> {
          json.writeStartObject();
          json.writeArrayFieldStart("evaluations");
          for (Answer answer : answers) {
            write(json, answer);
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private void write(JsonGenerator json, Answer answer) throws IOException {
    json.writeStartObject();
    if (answer instanceof Answer.Decided decided) {
      json.writeBooleanField("decision", grants(decided.decision()));
      json.writeFieldName("context");
      new DecisionContext(json).write(decided.decision());
    } else {
      json.writeBooleanField("decision", false);
      json.writeObjectFieldStart("context");
      json.writeObjectFieldStart("error");
      json.writeNumberField("status", 400);
      json.writeStringField("message", ((Answer.Refused) answer).reason().getMessage());
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private interface Writing {
    void to(JsonGenerator json) throws IOException;
  }

  private static String text(Writing writing) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      writing.to(json);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return out.toString();
  }
}
