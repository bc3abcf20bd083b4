package dev.zt.engine.authzen;

import dev.zt.engine.authzen.AuthZenRequest.Unreadable;
import dev.zt.policy.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Reads requests of the AuthZEN Authorization API 1.0, §6 (Access Evaluation) and §7 (Access
 * Evaluations).
 *
 * <ul>
 *   <li>{@code subject} and {@code resource} are entities, their {@code properties} the fields,
 *       {@code roles}, {@code groups} and {@code parents} among them; the {@code properties} of
 *       {@code action} are fields of the action itself.
 *   <li>A member of {@code context} that bears the name of a declared signal is that signal, {@code
 *       as_of} and {@code source} among its members; any other is a field of the signal {@code
 *       context}. A signal that is null is not given; one that is no object is unknown with the
 *       cause FAILED.
 *   <li>{@code entities} beside them, which is not part of AuthZEN, is an array of further entities
 *       in the form of a subject.
 *   <li>In a batch, {@code subject}, {@code action}, {@code resource}, {@code context} and {@code
 *       entities} beside {@code evaluations} are defaults; an element that gives one of them
 *       replaces the default whole. An element that is no request is {@link Unreadable} and does
 *       not spoil the others. An empty or missing {@code evaluations} is a single request.
 *   <li>Other members are ignored. Values are not judged here: what is no value of its declared
 *       type is unknown when the request is decided.
 * </ul>
 *
 * <p>What is no JSON (RFC 8259, UTF-8, a byte order mark is skipped), gives a key twice, goes on
 * after its end, is nested more than {@value #DEEPEST} deep, is longer than the limit, has more
 * than {@value #MOST_EVALUATIONS} evaluations, or lacks or mistypes what AuthZEN demands is refused
 * as a whole with an {@link AuthZenException}; nothing else is thrown, whatever the text holds.
 *
 * <p>Immutable and thread-safe.
 */
public final class AuthZenReader {
  /** How deep objects and arrays may be nested. */
  public static final int DEEPEST = JsonText.DEEPEST;

  /** How many evaluations a batch may have. */
  public static final int MOST_EVALUATIONS = BatchForm.MOST;

  /** How long a text may be unless {@link #limit} says otherwise: 8 MiB. */
  public static final int DEFAULT_LIMIT = 8 << 20;

  private final Supplier<Schema> schema;
  private final int limit;

  /** A reader for the signals that this schema declares. */
  public AuthZenReader(Schema schema) {
    this(constant(schema));
  }

  /**
   * A reader for the signals of whatever schema is in force, asked once a text: {@code () ->
   * engine.policies().schema()} follows a reload.
   */
  public AuthZenReader(Supplier<Schema> schema) {
    this(schema, DEFAULT_LIMIT);
  }

  private AuthZenReader(Supplier<Schema> schema, int limit) {
    this.schema = Objects.requireNonNull(schema, "schema");
    this.limit = limit;
  }

  private static Supplier<Schema> constant(Schema schema) {
    Objects.requireNonNull(schema, "schema");
    return () -> schema;
  }

  /**
   * This reader with another limit.
   *
   * @param length the most bytes of a text in UTF-8, or UTF-16 units of a string
   * @throws IllegalArgumentException when it is not positive
   */
  public AuthZenReader limit(int length) {
    if (length <= 0) {
      throw new IllegalArgumentException("the limit is " + length + ", it must be positive");
    }
    return new AuthZenReader(schema, length);
  }

  /**
   * Reads one request.
   *
   * @throws AuthZenException when the text is none
   */
  public AuthZenRequest read(String json) {
    return form().read(Form.of(JsonText.read(withinLimit(json)), ""));
  }

  /**
   * Reads one request in UTF-8.
   *
   * @throws AuthZenException when the bytes are none
   */
  public AuthZenRequest read(byte[] json) {
    return read(Utf8.decode(withinLimit(json)));
  }

  /**
   * Reads one request in UTF-8 up to the end of the stream, which stays open.
   *
   * @throws AuthZenException when what the stream holds is none
   * @throws IOException when the stream cannot be read
   */
  public AuthZenRequest read(InputStream json) throws IOException {
    return read(Utf8.decode(bytes(json)));
  }

  /**
   * Reads several requests: an array of them, or one after another, such as one a line.
   *
   * @throws AuthZenException when the text is something else, or any of them is no request; the
   *     pointer then begins with its index, from 0
   */
  public List<AuthZenRequest> readAll(String json) {
    BatchForm form = form();
    List<AuthZenRequest> requests = new ArrayList<>();
    for (Object value : JsonText.readAll(withinLimit(json))) {
      requests.add(form.read(Form.of(value, "/" + requests.size())));
    }
    return List.copyOf(requests);
  }

  /**
   * Reads several requests as {@link #readAll(String)} does, in UTF-8 up to the end of the stream,
   * which stays open.
   *
   * @throws IOException when the stream cannot be read
   */
  public List<AuthZenRequest> readAll(InputStream json) throws IOException {
    return readAll(Utf8.decode(bytes(json)));
  }

  private BatchForm form() {
    return new BatchForm(new RequestForm(schema.get().signals().keySet()));
  }

  private String withinLimit(String json) {
    if (json.length() > limit) {
      throw tooLong();
    }
    return json;
  }

  private byte[] withinLimit(byte[] json) {
    if (json.length > limit) {
      throw tooLong();
    }
    return json;
  }

  private byte[] bytes(InputStream json) throws IOException {
    // One byte more than the limit tells a text that is too long from one that just fits.
    return withinLimit(json.readNBytes(limit == Integer.MAX_VALUE ? limit : limit + 1));
  }

  private AuthZenException tooLong() {
    return new AuthZenException("the text is longer than " + limit + "; send less at a time");
  }
}
