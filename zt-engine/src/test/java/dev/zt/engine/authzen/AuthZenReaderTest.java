package dev.zt.engine.authzen;

import static dev.zt.engine.authzen.Reading.READER;
import static dev.zt.engine.authzen.Reading.annReads;
import static dev.zt.engine.authzen.Reading.annReadsWith;
import static dev.zt.engine.authzen.Reading.json;
import static dev.zt.engine.authzen.Reading.signal;
import static dev.zt.engine.authzen.Reading.single;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.zt.Entity;
import dev.zt.EntityRef;
import dev.zt.Request;
import dev.zt.Signal;
import dev.zt.policy.Schema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AuthZenReaderTest {

  @Test
  void subjectActionAndResourceAreTheRequest() {
    Request request = single(annReads(""));
    assertThat(request.subject().reference()).isEqualTo(EntityRef.of("Employee", "ann"));
    assertThat(request.action()).isEqualTo("read");
    assertThat(request.resource().reference()).isEqualTo(EntityRef.of("Payroll", "p1"));
    assertThat(request.signals()).isEmpty();
    assertThat(request.entities()).isEmpty();
    assertThat(request.actionFields()).isEmpty();
  }

  @Test
  void propertiesAreFieldsRolesAmongThem() {
    Entity subject =
        single(
                """
                {'subject': {'type': 'Employee', 'id': 'ann', 'properties':
                   {'department': 'hr', 'roles': ['clerk'], 'ends': null,
                    'parents': [{'type': 'Team', 'id': 't1'}]}},
                 'action': {'name': 'read'}, 'resource': {'type': 'Payroll', 'id': 'p1'}}
                """)
            .subject();
    assertThat(subject.fields())
        .containsOnly(
            entry("department", "hr"),
            entry("roles", List.of("clerk")),
            entry("ends", null),
            entry("parents", List.of(Map.of("type", "Team", "id", "t1"))));
  }

  @Test
  void aPropertyIdDoesNotReplaceTheIdentity() {
    Entity resource =
        single(
                """
                {'subject': {'type': 'Employee', 'id': 'ann'}, 'action': {'name': 'read'},
                 'resource': {'type': 'Payroll', 'id': 'p1', 'properties': {'id': 'p2'}}}
                """)
            .resource();
    assertThat(resource.id()).isEqualTo("p1");
  }

  @Test
  void propertiesOfTheActionAreItsFields() {
    Request request =
        single(
            """
            {'subject': {'type': 'user', 'id': 'ann'},
             'action': {'name': 'delete', 'properties': {'soft': true, 'why': null}},
             'resource': {'type': 'record', 'id': 'r1'}}
            """);
    assertThat(request.actionFields()).containsOnly(entry("soft", true), entry("why", null));
  }

  @Test
  void aContextMemberThatBearsASignalsNameIsThatSignal() {
    Request request =
        annReadsWith(
            "'context': {'device': {'as_of': '2026-03-02T09:00:00Z', 'source': 'mdm', 'managed': true}}");
    assertThat(request.signals()).hasSize(1);
    assertThat(signal(request, "device").fields())
        .containsOnly(
            entry("as_of", "2026-03-02T09:00:00Z"), entry("source", "mdm"), entry("managed", true));
  }

  @Test
  void anyOtherContextMemberIsAFieldOfTheSignalContext() {
    Request request =
        annReadsWith("'context': {'ticket': 'CHG-1', 'address': {'zip': 1}, 'device': {}}");
    assertThat(signal(request, "context").fields())
        .containsOnly(entry("ticket", "CHG-1"), entry("address", Map.of("zip", 1L)));
    assertThat(signal(request, "device").fields()).isEmpty();
  }

  @Test
  void aContextMemberNamedContextIsAnotherObservationOfThatSignal() {
    Request request = annReadsWith("'context': {'context': {'n': 1}, 'n': 2}");
    assertThat(request.signals())
        .extracting(Signal::name, Signal::fields)
        .containsExactlyInAnyOrder(
            tuple("context", Map.of("n", 1L)), tuple("context", Map.of("n", 2L)));
  }

  @Test
  void contextIsASignalEvenWhereNoSchemaSaysSo() {
    AuthZenReader reader = new AuthZenReader(Reading.declaring());
    Request request =
        ((AuthZenRequest.Evaluation)
                reader.read(annReads(json(",'context': {'context': {'n': 1}, 'device': {}}"))))
            .request();
    assertThat(request.signals())
        .extracting(Signal::name, Signal::fields)
        .containsExactly(
            tuple("context", Map.of("n", 1L)), tuple("context", Map.of("device", Map.of())));
  }

  @Test
  void aSignalThatIsNoObjectFailed() {
    for (String broken : List.of("'mac'", "7", "true", "[{'managed': true}]")) {
      Request request = annReadsWith("'context': {'device': " + broken + "}");
      assertThat(signal(request, "device").failure()).as(broken).contains("an object should be");
      assertThat(signal(request, "device").fields()).as(broken).isEmpty();
    }
  }

  @Test
  void aBrokenContextDoesNotHideThatItIsBroken() {
    Request request = annReadsWith("'context': {'context': 'x', 'n': 1}");
    assertThat(request.signals()).hasSize(2).anyMatch(signal -> signal.failure() != null);
  }

  @Test
  void aSignalThatIsNullIsNotGiven() {
    assertThat(annReadsWith("'context': {'device': null}").signals()).isEmpty();
  }

  @Test
  void furtherEntitiesStandBeside() {
    Request request =
        annReadsWith(
            "'entities': [{'type': 'Team', 'id': 't1', 'properties': {'level': 4}},"
                + "{'type': 'Team', 'id': 't2'}]");
    assertThat(request.entities())
        .extracting(Entity::reference)
        .containsExactly(EntityRef.of("Team", "t1"), EntityRef.of("Team", "t2"));
    assertThat(request.entities().get(0).fields()).containsOnly(entry("level", 4L));
  }

  @Test
  void membersThatAuthZenDoesNotKnowAreIgnored() {
    Request request =
        single(
            """
            {'name': 'a case', 'subject': {'type': 'user', 'id': 'ann', 'iss': 'x'},
             'action': {'name': 'read', 'verb': 1}, 'resource': {'type': 'record', 'id': 'r1', 'z': []},
             'foo': {'evaluations': 3}}
            """);
    assertThat(request.subject().fields()).isEmpty();
    assertThat(request.actionFields()).isEmpty();
  }

  @Test
  void nullStandsForAnOptionalMemberLeftOut() {
    Request request =
        single(
            """
            {'subject': {'type': 'user', 'id': 'ann', 'properties': null},
             'action': {'name': 'read', 'properties': null},
             'resource': {'type': 'record', 'id': 'r1'},
             'context': null, 'entities': null, 'evaluations': null, 'options': null}
            """);
    assertThat(request.signals()).isEmpty();
    assertThat(request.subject().fields()).isEmpty();
  }

  @Test
  void numbersAreExact() {
    Map<String, Object> numbers =
        annReadsWith(
                """
                'context': {'zero': -0, 'large': 9223372036854775807, 'larger': 9223372036854775808,
                  'exact': 0.1000, 'point': 3.0, 'exponent': 1e0, 'many': 123456789012345678901234.5}
                """)
            .signals()
            .get(0)
            .fields();
    assertThat(numbers)
        .containsEntry("zero", 0L)
        .containsEntry("large", Long.MAX_VALUE)
        .containsEntry("larger", new BigInteger("9223372036854775808"))
        .containsEntry("exact", new BigDecimal("0.1000"))
        .containsEntry("point", new BigDecimal("3.0"))
        .containsEntry("many", new BigDecimal("123456789012345678901234.5"));
    // An int is written without point and exponent, and the engine tells by the scale.
    assertThat(((BigDecimal) numbers.get("exponent")).scale()).isNotZero();
  }

  @Test
  @Timeout(5)
  void aNumberOfAMillionDigitsIsOutOfRangeAndCostsNothing() {
    String digits = "9".repeat(1_000_000);
    Map<String, Object> numbers =
        annReadsWith(
                "'context': {'whole': %s, 'least': -%s, 'fraction': 0.%s, 'power': 1e%s}"
                    .formatted(digits, digits, digits, digits))
            .signals()
            .get(0)
            .fields();
    assertThat(((BigInteger) numbers.get("whole")).bitLength()).isGreaterThan(64);
    assertThat(((BigInteger) numbers.get("least")).signum()).isNegative();
    assertThat((BigDecimal) numbers.get("fraction")).isGreaterThan(new BigDecimal(Long.MAX_VALUE));
    assertThat((BigDecimal) numbers.get("power")).isGreaterThan(new BigDecimal(Long.MAX_VALUE));
  }

  @Test
  @Timeout(5)
  void aHundredThousandFieldsOfTheActionCostNoMoreThanTheirNumber() {
    StringBuilder fields = new StringBuilder("'f': 0");
    for (int i = 0; i < 100_000; i++) {
      fields.append(",'f").append(i).append("':").append(i);
    }
    Request request =
        single(
            "{'subject': {'type': 'u', 'id': 'a'}, 'resource': {'type': 'r', 'id': '1'},"
                + "'action': {'name': 'read', 'properties': {"
                + fields
                + "}}}");
    assertThat(request.actionFields()).hasSize(100_001);
  }

  @Test
  void textKeepsWhateverItHolds() {
    Request request =
        single(
            "{'subject': {'type': 'user', 'id': '\\ud800'}, 'action': {'name': '\\u0000\\u202e'},"
                + "'resource': {'type': 'Ünï', 'id': '😀'}}");
    assertThat(request.subject().id()).isEqualTo("\ud800");
    assertThat(request.action()).isEqualTo("\0\u202e");
    assertThat(request.resource().reference()).isEqualTo(EntityRef.of("Ünï", "😀"));
  }

  @Test
  void bytesAndStreamsAreUtf8WithOrWithoutAMark() throws IOException {
    String text = annReads(json(",'context':{'ticket':'Ünï😀'}"));
    for (String marked : List.of(text, "\uFEFF" + text)) {
      byte[] bytes = marked.getBytes(UTF_8);
      assertThat(ticket(READER.read(bytes))).isEqualTo("Ünï😀");
      assertThat(ticket(READER.read(new ByteArrayInputStream(bytes)))).isEqualTo("Ünï😀");
      assertThat(ticket(READER.read(marked))).isEqualTo("Ünï😀");
    }
  }

  private static Object ticket(AuthZenRequest request) {
    Request only = ((AuthZenRequest.Evaluation) request).request();
    return only.signals().get(0).fields().get("ticket");
  }

  @Test
  void aStreamStaysOpen() throws IOException {
    boolean[] closed = {false};
    InputStream stream =
        new ByteArrayInputStream(annReads("").getBytes(UTF_8)) {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    READER.read(stream);
    assertThat(closed).containsExactly(false);
  }

  @Test
  void aFileHoldsAnArrayOfRequestsOrOneAfterAnother() throws IOException {
    String ann = annReads("");
    String bob = ann.replace("ann", "bob");
    for (String file :
        List.of(
            "[" + ann + ",\n" + bob + "]",
            ann + "\n" + bob + "\n",
            ann + "\r\n\r\n" + bob,
            "\n" + ann.replace(",", ",\n") + "\n" + bob)) {
      assertThat(READER.readAll(file))
          .as(file)
          .extracting(request -> ((AuthZenRequest.Evaluation) request).request().subject().id())
          .containsExactly("ann", "bob");
      assertThat(READER.readAll(new ByteArrayInputStream(file.getBytes(UTF_8)))).hasSize(2);
    }
    assertThat(READER.readAll("")).isEmpty();
    assertThat(READER.readAll(" [ ] ")).isEmpty();
  }

  @Test
  void aFileMayHoldBatches() {
    assertThat(
            READER.readAll(annReads("") + annReads(json(",'evaluations':[{},{}]"))).stream()
                .map(request -> request.items().size()))
        .containsExactly(1, 2);
  }

  @Test
  void theSignalsOfTheSchemaInForceCount() {
    AtomicReference<Schema> inForce = new AtomicReference<>(Reading.declaring());
    AuthZenReader reader = new AuthZenReader(inForce::get);
    String text = annReads(json(",'context':{'badge':{'floor':3}}"));
    assertThat(signals(reader.read(text))).containsExactly("context");
    inForce.set(Reading.declaring("badge"));
    assertThat(signals(reader.read(text))).containsExactly("badge");
  }

  private static List<String> signals(AuthZenRequest request) {
    return ((AuthZenRequest.Evaluation) request)
        .request().signals().stream().map(Signal::name).toList();
  }

  @Test
  void theLimitCountsBytesOrUnits() throws IOException {
    String text = annReads("");
    int length = text.length();
    AuthZenReader fits = READER.limit(length);
    fits.read(text);
    fits.read(text.getBytes(UTF_8));
    fits.read(new ByteArrayInputStream(text.getBytes(UTF_8)));
    AuthZenReader short1 = READER.limit(length - 1);
    assertThatThrownBy(() -> short1.read(text)).isInstanceOf(AuthZenException.class);
    assertThatThrownBy(() -> short1.read(text.getBytes(UTF_8)))
        .isInstanceOf(AuthZenException.class);
    assertThatThrownBy(() -> short1.readAll(text)).isInstanceOf(AuthZenException.class);
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return ' ';
          }

          @Override
          public int read(byte[] into, int from, int length) {
            Arrays.fill(into, from, from + length, (byte) ' ');
            return length;
          }
        };
    assertThatThrownBy(() -> short1.read(endless)).hasMessageContaining("longer than");
    assertThatThrownBy(() -> READER.limit(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLargeRequestIsReadQuickly() {
    StringBuilder members = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      members.append("'a").append(i).append("': 'value',");
    }
    String text =
        annReads(json(",'context': {" + members + "'large': '" + "x".repeat(1_000_000) + "'}"));
    assertTimeout(Duration.ofSeconds(5), () -> assertThat(READER.read(text).items()).hasSize(1));
  }
}
