package dev.zt.engine.authzen;

import static dev.zt.engine.authzen.Reading.READER;
import static dev.zt.engine.authzen.Reading.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.assertj.core.api.Assertions;

class HostileJsonProperties {
  private static final String REQUEST =
      json(
          """
          {'subject': {'type': 'Employee', 'id': 'ann', 'properties': {'roles': ['a', 'b']}},
           'action': {'name': 'read', 'properties': {'soft': true, 'n': -1.5e3}},
           'resource': {'type': 'Payroll', 'id': 'p1'},
           'context': {'device': {'as_of': '2026-03-02T09:00:00Z'}, 'ticket': null},
           'entities': [{'type': 'Team', 'id': '\\u00e9'}],
           'evaluations': [{}, {'resource': {'type': 'Payroll', 'id': 'p2'}}],
           'options': {'evaluations_semantic': 'execute_all'}}
          """);
  private static final List<String> NAMES =
      List.of(
          "subject",
          "action",
          "resource",
          "context",
          "entities",
          "evaluations",
          "options",
          "type",
          "id",
          "name",
          "properties",
          "device",
          "evaluations_semantic",
          "roles",
          "parents");

  /** Whether it was read; if not, it was refused in one line. */
  private static boolean reads(Runnable reading) {
    try {
      reading.run();
      return true;
    } catch (AuthZenException refused) {
      Assertions.assertThat(refused.getMessage()).doesNotContain("\n").hasSizeLessThan(2_000);
      return false;
    }
  }

  @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
  void aDamagedRequestIsReadOrRefused(
      @ForAll("places") int from, @ForAll("places") int to, @ForAll("patches") String patch) {
    String damaged =
        REQUEST.substring(0, Math.min(from, to)) + patch + REQUEST.substring(Math.max(from, to));
    reads(() -> READER.read(damaged));
    reads(() -> READER.readAll(damaged));
  }

  @Property(tries = 1_000)
  void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
    reads(() -> READER.read(bytes));
  }

  @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
  void anyJsonIsReadOrRefused(@ForAll("values") Object value) throws JsonProcessingException {
    String text = new ObjectMapper().writeValueAsString(value);
    reads(() -> READER.read(text));
    reads(() -> READER.readAll(text));
  }

  @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
  void aWholeRequestIsReadWhateverItsOptionalMembersHold(
      @ForAll("values") Object value, @ForAll String id) throws JsonProcessingException {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("subject", Map.of("type", "u", "id", id, "properties", Map.of(id, "x")));
    request.put("action", Map.of("name", id));
    request.put("resource", Map.of("type", id, "id", ""));
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("device", value);
    context.put("context", value);
    context.put("any", value);
    request.put("context", context);
    request.put("foo", value);
    String text = new ObjectMapper().writeValueAsString(request);
    Assertions.assertThat(reads(() -> READER.read(text))).as(text).isTrue();
  }

  @Provide
  Arbitrary<Integer> places() {
    return Arbitraries.integers().between(0, REQUEST.length());
  }

  @Provide
  Arbitrary<String> patches() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "null",
            "1e9999999999",
            "-",
            "\u0000",
            "\ud800",
            "\uFEFF",
            "//",
            "[[[[",
            "\"id\":",
            "NaN",
            "9".repeat(400)),
        Arbitraries.strings().ofMaxLength(5));
  }

  @Provide
  Arbitrary<Object> values() {
    return values(4);
  }

  private static Arbitrary<Object> values(int depth) {
    Arbitrary<Object> leaves =
        Arbitraries.<Object>of(0, -1L, 1.5, true, "x", "\ud800", "", List.of(), Map.of())
            .injectNull(0.1);
    if (depth == 0) {
      return leaves;
    }
    Arbitrary<Object> inner = values(depth - 1);
    return Arbitraries.frequencyOf(
        Tuple.of(2, leaves),
        Tuple.of(1, inner.list().ofMaxSize(4).map(list -> (Object) list)),
        Tuple.of(3, members(inner)));
  }

  /** Some of the names of the request form, in any order, with any values. */
  private static Arbitrary<Object> members(Arbitrary<Object> values) {
    return Arbitraries.of(NAMES)
        .set()
        .ofMaxSize(6)
        .flatMap(
            names ->
                values
                    .list()
                    .ofSize(names.size())
                    .map(
                        given -> {
                          Map<String, Object> members = new LinkedHashMap<>();
                          names.forEach(name -> members.put(name, given.get(members.size())));
                          return members;
                        }));
  }
}
