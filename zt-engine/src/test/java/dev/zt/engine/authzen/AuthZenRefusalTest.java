package dev.zt.engine.authzen;

import static dev.zt.engine.authzen.Reading.READER;
import static dev.zt.engine.authzen.Reading.annReads;
import static dev.zt.engine.authzen.Reading.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthZenRefusalTest {
  private static final String SUBJECT = "'subject':{'type':'user','id':'ann'}";
  private static final String ACTION = "'action':{'name':'read'}";
  private static final String RESOURCE = "'resource':{'type':'record','id':'r1'}";
  private static final String NOT_A_REQUEST =
      "a request must be an object with `subject`, `action` and `resource`, not ";

  /** The sign ^ stands before the place that the refusal names, and is no part of the text. */
  static Stream<Arguments> refusals() {
    return Stream.of(
        refusal("", "not JSON: there is no text; a request is a JSON object"),
        refusal(" \n ", "not JSON: there is no text; a request is a JSON object"),
        refusal("[]", NOT_A_REQUEST + "an array"),
        refusal("'x'", NOT_A_REQUEST + "text"),
        refusal("null", NOT_A_REQUEST + "null"),
        refusal(
            "^{" + ACTION + "," + RESOURCE + "}",
            "/subject: `subject` is missing; say who asks, as an object with `type` and `id`"),
        refusal(
            "^{" + SUBJECT + "," + RESOURCE + "}",
            "/action: `action` is missing; say what is asked for, as an object with `name`"),
        refusal(
            "\n ^{" + SUBJECT + "," + ACTION + "}",
            "/resource: `resource` is missing; say what it is asked on, as an object with `type`"
                + " and `id`"),
        refusal(
            "{" + ACTION + "," + RESOURCE + ",\n 'subject': ^{'id':'ann'}}",
            "/subject/type: `type` is missing; give the type as text"),
        refusal(
            "{" + SUBJECT + "," + ACTION + ",\r\n\t'resource':\r\n^{'type':'record'}}",
            "/resource/id: `id` is missing; give the id as text"),
        refusal(
            "{" + SUBJECT + "," + RESOURCE + ",'action':^{}}",
            "/action/name: `name` is missing; give the name of the action as text"),
        refusal(
            "^{'subject':'ann'," + ACTION + "," + RESOURCE + "}",
            "/subject: must be an object, not text"),
        refusal(
            "^{'subject':null," + ACTION + "," + RESOURCE + "}",
            "/subject: must not be null; say who asks, as an object with `type` and `id`"),
        refusal(
            "{" + SUBJECT + "," + RESOURCE + ",'action':^{'name':123}}",
            "/action/name: must be text, not a number"),
        refusal(
            "{" + ACTION + "," + RESOURCE + ",'subject':^{'type':'user','id':['ann']}}",
            "/subject/id: must be text, not an array"),
        refusal(
            "{" + ACTION + "," + RESOURCE + ",'subject':^{'type':true,'id':'ann'}}",
            "/subject/type: must be text, not true"),
        refusal(
            "{" + ACTION + "," + RESOURCE + ",'subject':^{'type':'u','id':'1','properties':[]}}",
            "/subject/properties: must be an object, not an array"),
        refusal("^" + annReads(",'context':'x'"), "/context: must be an object, not text"),
        refusal("^" + annReads(",'entities':{}"), "/entities: must be an array, not an object"),
        refusal("^" + annReads(",'entities':[1]"), "/entities/0: must be an object, not a number"),
        refusal(
            annReads(",'entities':[{'type':'Team','id':'t1'},^{'type':'Team'}]"),
            "/entities/1/id: `id` is missing; give the id as text"),
        refusal(
            "^" + annReads(",'evaluations':{}"), "/evaluations: must be an array, not an object"),
        refusal(
            "^" + annReads(",'evaluations':[{}],'options':[]"),
            "/options: must be an object, not an array"),
        refusal(
            annReads(",'evaluations':[{}],'options':^{'evaluations_semantic':'some'}"),
            "/options/evaluations_semantic: must be one of `execute_all`, `deny_on_first_deny`,"
                + " `permit_on_first_permit`"),
        refusal(
            annReads(",'evaluations':[{}],'options':^{'evaluations_semantic':3}"),
            "/options/evaluations_semantic: must be text, not a number"),
        refusal(
            "^{'subject':'ann','evaluations':[{" + SUBJECT + "," + ACTION + "," + RESOURCE + "}]}",
            "/subject: must be an object, not text"),
        refusal(
            "{'subject':{'type':'user','id':'ann',^'id':'bob'}," + ACTION + "," + RESOURCE + "}",
            "/subject/id: the key `id` is given twice; keep one of them"),
        refusal(
            annReads(",'context':{'n':1,^'\\u006e':2}"),
            "/context/n: the key `n` is given twice; keep one of them"),
        refusal(
            annReads(",'context':{'device':{'tags':[{'a/b':1,^'a/b':1}]}}"),
            "/context/device/tags/0/a~1b: the key `a/b` is given twice; keep one of them"),
        refusal(
            annReads("") + " ^{}",
            "the request has ended and more text follows; send one request at a time"));
  }

  private static Arguments refusal(String text, String problem) {
    int at = text.indexOf('^');
    if (at < 0) {
      return Arguments.of(text, problem);
    }
    String before = text.substring(0, at);
    long line = 1 + before.chars().filter(c -> c == '\n').count();
    int column = at - before.lastIndexOf('\n');
    return Arguments.of(
        text.replace("^", ""), "line " + line + ", column " + column + ": " + problem);
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void aTextThatIsNoRequestIsRefusedWithPlaceAndRemedy(String text, String message) {
    assertThatThrownBy(() -> READER.read(json(text)))
        .isInstanceOf(AuthZenException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{'a'",
        "{'a':",
        "{'a':1",
        "{'a':1,",
        "{'a':1,}",
        "{a:1}",
        "{'a':01}",
        "{'a':+1}",
        "{'a':.5}",
        "{'a':1.}",
        "{'a':1e}",
        "{'a':-}",
        "{'a':0x1}",
        "{'a':NaN}",
        "{'a':-Infinity}",
        "{'a':tru}",
        "{'a':True}",
        "{'a':undefined}",
        "{'a':[1,]}",
        "{'a':[1}",
        "{'a' 1}",
        "{'a':'\n'}",
        "{'a':'\\x'}",
        "{'a':'\\u12'}",
        "{'a':'x}",
        "// no\n{}",
        "{/* no */}",
        "}",
        "]",
        "\u0000",
        "\uFEFF\uFEFF{}",
        "{'a':1} ]",
        "{} {}",
        "{}x"
      })
  void whatIsNotJsonIsRefusedWithItsPlace(String text) {
    AuthZenException refusal =
        catchThrowableOfType(AuthZenException.class, () -> READER.read(json(text)));
    assertThat(refusal).as(text).isNotNull();
    assertThat(refusal.line()).isPositive();
    assertThat(refusal.column()).isPositive();
    assertThat(refusal.getMessage())
        .startsWith("line " + refusal.line() + ", column " + refusal.column() + ": ")
        .doesNotContain("Feature", "Source", "enable", "REDACTED", "\n");
  }

  @Test
  void apostrophesAreNotQuotationMarks() {
    assertThatThrownBy(() -> READER.read("{'subject':{}}")).isInstanceOf(AuthZenException.class);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 3", "5, 2"})
  void theLineIsCountedFromOne(int line, int column) {
    String text = "\n".repeat(line - 1) + " ".repeat(column - 1) + "!";
    AuthZenException refusal =
        catchThrowableOfType(AuthZenException.class, () -> READER.read(text));
    assertThat(List.of(refusal.line(), refusal.column())).containsExactly(line, column);
  }

  @Test
  void nestingIsBounded() {
    String deepest = annReads(json(",'context':{'n':" + nested(62) + "}"));
    assertThat(READER.read(deepest).items()).hasSize(1);
    String tooDeep = annReads(json(",'context':{'n':" + nested(63) + "}"));
    assertThatThrownBy(() -> READER.read(tooDeep))
        .isInstanceOf(AuthZenException.class)
        .hasMessageContaining("nested more than 64 deep");
    assertThatThrownBy(() -> READER.read("[".repeat(1_000_000)))
        .isInstanceOf(AuthZenException.class);
    assertThatThrownBy(() -> READER.readAll("[".repeat(1_000_000)))
        .isInstanceOf(AuthZenException.class);
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    String text = annReads(json(",'context':{'ticket':'ü'}"));
    byte[] latin = text.getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> READER.read(latin))
        .hasMessageContaining("byte " + text.indexOf('ü') + " ")
        .hasMessageContaining("UTF-8");
    byte[] wide = annReads("").getBytes(StandardCharsets.UTF_16);
    assertThatThrownBy(() -> READER.read(wide)).isInstanceOf(AuthZenException.class);
    byte[] surrogate = {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'};
    assertThatThrownBy(() -> READER.read(surrogate)).isInstanceOf(AuthZenException.class);
    byte[] overlong = {'"', (byte) 0xC0, (byte) 0xAF, '"'};
    assertThatThrownBy(() -> READER.read(overlong)).isInstanceOf(AuthZenException.class);
    byte[] cutOff = {'"', (byte) 0xC3};
    assertThatThrownBy(() -> READER.read(cutOff)).isInstanceOf(AuthZenException.class);
  }

  @Test
  void aFileIsRefusedWithTheIndexAndLineOfTheRequestThatIsNone() {
    String broken = json("{" + SUBJECT + "," + ACTION + ",'resource':{'type':'record'}}");
    String line = annReads("").replace("\n", "");
    assertThatThrownBy(() -> READER.readAll(line + "\n" + line + "\n" + broken + "\n" + line))
        .hasMessage("line 3, column 75: /2/resource/id: `id` is missing; give the id as text");
    assertThatThrownBy(() -> READER.readAll("[" + line + ",\n" + broken + "]"))
        .hasMessage("line 2, column 75: /1/resource/id: `id` is missing; give the id as text");
    assertThatThrownBy(() -> READER.readAll(line + "\n3"))
        .hasMessage(
            "/1: a request must be an object with `subject`, `action` and `resource`, not a number");
    assertThatThrownBy(() -> READER.readAll(line + "\n" + json("{'a':1,'a':1}")))
        .hasMessage("line 2, column 8: /1/a: the key `a` is given twice; keep one of them");
    assertThatThrownBy(() -> READER.readAll("[" + line + "]\n" + line))
        .hasMessageContaining("the array has ended and more text follows");
  }

  @Test
  void aMessageIsOneLineWhateverTheTextHolds() {
    String hostile = "\\n\\u001b[31m\\u202e\\ud800" + "x".repeat(10_000);
    AuthZenException refusal =
        catchThrowableOfType(
            AuthZenException.class,
            () -> READER.read("{\"" + hostile + "\":1,\"" + hostile + "\":2}"));
    assertThat(refusal.getMessage())
        .hasSizeLessThan(500)
        .contains("\\u{A}", "\\u{1B}", "\\u{202E}", "\\u{D800}")
        .doesNotContain("\n", "\u001b", "\u202e");
    assertThat(refusal.pointer()).startsWith("/\n\u001b");
  }

  @Test
  void aBatchIsBounded() {
    String most = annReads(json(",'evaluations':[{}" + ",{}".repeat(9_999) + "]"));
    assertThat(READER.read(most).items()).hasSize(10_000);
    String more = annReads(json(",'evaluations':[{}" + ",{}".repeat(10_000) + "]"));
    assertThatThrownBy(() -> READER.read(more))
        .hasMessageContaining("has 10001 elements; send at most 10000 at a time");
  }
}
