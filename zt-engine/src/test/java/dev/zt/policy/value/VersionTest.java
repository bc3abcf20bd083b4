package dev.zt.policy.value;

import static dev.zt.policy.value.InvalidTextAssert.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {
  @Test
  void versionsRiseAsSemVerAndPeopleCount() {
    // The pre-releases are the example of SemVer 2.0 §11.
    List<Version> rising =
        List.of(
                "0",
                "0.0.1",
                "1.0.0-alpha",
                "1.0.0-alpha.1",
                "1.0.0-alpha.beta",
                "1.0.0-beta",
                "1.0.0-beta.2",
                "1.0.0-beta.11",
                "1.0.0-rc.1",
                "1.0.0",
                "1.0.0.1",
                "1.2",
                "1.10",
                "2-0",
                "2-1",
                "2-A",
                "2-a",
                "2",
                "14.2",
                "14.10",
                "10000000000000000000000",
                "10000000000000000000001")
            .stream()
            .map(Version::parse)
            .collect(Collectors.toList());
    for (int i = 0; i < rising.size(); i++) {
      for (int j = 0; j < rising.size(); j++) {
        assertThat(Integer.signum(rising.get(i).compareTo(rising.get(j))))
            .as("%s and %s", rising.get(i), rising.get(j))
            .isEqualTo(Integer.compare(i, j));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "14.0.0, 14",
    "0.0, 0",
    "10.0.08, 10.0.8",
    "010, 10",
    "1.0-alpha, 1.0.0-alpha",
    "1.2.3+build, 1.2.3",
    "1.2.3+a-b.007, 1.2.3+other",
    "1.2.3-rc.1+5, 1.2.3-rc.1"
  })
  void someTextsAreTheSameVersion(String one, String other) {
    Version version = Version.parse(one);
    Version same = Version.parse(other);
    assertThat(version).isEqualTo(same).hasSameHashCodeAs(same).hasToString(same.toString());
    assertThat(version).isEqualByComparingTo(same);
  }

  @ParameterizedTest
  @CsvSource({
    "14, 14",
    "14.0.0, 14",
    "0.0, 0",
    "10.0.08, 10.0.8",
    "1.0.0-alpha.1+x, 1-alpha.1",
    "1.2.3--.-, 1.2.3--.-",
    "1.0-0a.00b, 1-0a.00b"
  })
  void theCanonicalTextIsTheShortest(String text, String canonical) {
    assertThat(Version.parse(text)).hasToString(canonical);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "v14.2 | `v14.2` is not a version: it begins with `v` | did you mean `14.2`?",
        "V1 | `V1` is not a version: it begins with `V` | did you mean `1`?",
        "= 1.2 | `= 1.2` is not a version: it begins with `=` | did you mean `1.2`?",
        "vista | `vista` is not a version: it begins with `v` | -",
        "14.x | `14.x` is not a version | -",
        "' 14.2' | ` 14.2` is not a version | did you mean `14.2`?",
        "1.0-01 | `1.0-01` has a pre-release number with a leading zero | -",
      })
  void aBadVersionIsExplained(String text, String message, String help) {
    assertRefused(() -> Version.parse(text), message, help);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "1.",
        ".1",
        "1..2",
        "1.-2",
        "-1",
        "-alpha",
        "+1",
        "1-",
        "1+",
        "1-a..b",
        "1-a.",
        "1+a..b",
        "1-a_b",
        "1+a+b",
        "1 2",
        "1,2",
        "١",
        "1.0-ä",
        "1.2.3pre",
        "14.2.1 (23C71)",
        "1*"
      })
  void whatIsNoVersionIsRefused(String text) {
    assertThatThrownBy(() -> Version.parse(text)).isInstanceOf(InvalidText.class);
  }

  @Test
  void aVersionBeyondReasonIsRefused() {
    assertThat(Version.parse("1.".repeat(127) + "10")).isGreaterThan(Version.parse("1"));
    String text = "1.".repeat(128) + "1";
    assertThatThrownBy(() -> Version.parse(text))
        .isInstanceOf(InvalidText.class)
        .hasMessageContaining("is longer than the 256 characters of a version");
  }

  @Provide
  Arbitrary<Version> versions() {
    Arbitrary<String> number = Arbitraries.of("0", "1", "2", "10", "99999999999999999999");
    Arbitrary<String> identifier = Arbitraries.of("0", "1", "2", "10", "a", "B", "-", "1a", "a-1");
    Arbitrary<String> core =
        number.list().ofMinSize(1).ofMaxSize(4).map(parts -> String.join(".", parts));
    Arbitrary<String> pre =
        identifier
            .list()
            .ofMaxSize(3)
            .map(parts -> parts.isEmpty() ? "" : "-" + String.join(".", parts));
    return Combinators.combine(core, pre).as((c, p) -> Version.parse(c + p));
  }

  @Property
  void theOrderIsTotalAndAgreesWithEquality(
      @ForAll("versions") Version a, @ForAll("versions") Version b, @ForAll("versions") Version c) {
    assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
    assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
    assertThat(a.equals(b) && a.hashCode() != b.hashCode()).isFalse();
    assertThat(a.compareTo(b) <= 0 && b.compareTo(c) <= 0 && a.compareTo(c) > 0).isFalse();
  }

  @Property
  void aVersionIsReadFromItsText(@ForAll("versions") Version version) {
    assertThat(Version.parse(version.toString())).isEqualTo(version);
  }
}
