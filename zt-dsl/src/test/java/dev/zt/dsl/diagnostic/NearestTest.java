package dev.zt.dsl.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  @ParameterizedTest
  @CsvSource({
    "departement, department",
    "raed, read",
    "dep, dept",
    "fild, field",
    "clark, clerk",
    "enitity, entity",
    "Europe/Berlim, Europe/Berlin",
    "permitt, permit",
    "ip, id"
  })
  void aSlipIsFound(String written, String meant) {
    assertThat(Nearest.to(written, List.of("zzzzzzzz", meant, "qqqq"))).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"foo, bar", "a, b", "read, write", "x, department", "level, owner", "cat, dog"})
  void anotherWordIsNone(String written, String declared) {
    assertThat(Nearest.to(written, List.of(declared))).isEmpty();
  }

  @Test
  void aNameThatDiffersInCaseAloneIsTheNearest() {
    assertThat(Nearest.to("READ", List.of("raed", "read", "reads"))).contains("read");
    assertThat(Nearest.to("osVersion", List.of("version", "os_version"))).contains("os_version");
    assertThat(Nearest.to("payroll-clerk", List.of("payroll_clerk"))).contains("payroll_clerk");
  }

  @Test
  void ofEqualsTheFirstInTheAlphabetIsTaken() {
    assertThat(Nearest.to("bat", List.of("rat", "cat", "hat"))).contains("cat");
    assertThat(Nearest.to("bat", List.of("cat", "hat", "rat"))).contains("cat");
  }

  @Test
  void theNameItselfIsNoSuggestion() {
    assertThat(Nearest.to("read", List.of("read"))).isEmpty();
  }

  @Test
  void nothingIsNearestToNothing() {
    assertThat(Nearest.to("", List.of("a", "read"))).isEmpty();
    assertThat(Nearest.to("read", List.of())).isEmpty();
  }
}
