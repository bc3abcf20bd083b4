package dev.zt.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyFormatterTest {
  private static final String LOOSE = "module a entity User{n:int}\r\n";
  private static final String FORMATTED = "module a\n\nentity User { n: int }\n";

  @Test
  void aTextIsGivenItsLayout() {
    Formatting formatting = PolicyFormatter.format("a.zt", LOOSE);

    assertThat(formatting.file()).isEqualTo("a.zt");
    assertThat(formatting.text()).contains(FORMATTED);
    assertThat(formatting.original()).isEqualTo(LOOSE);
    assertThat(formatting.changes()).isTrue();
    assertThat(formatting.errors()).isEmpty();
  }

  @Test
  void aTextInItsLayoutDoesNotChange() {
    Formatting formatting = PolicyFormatter.format("a.zt", FORMATTED);

    assertThat(formatting.text()).contains(FORMATTED);
    assertThat(formatting.changes()).isFalse();
  }

  @Test
  void aByteOrderMarkIsTakenOut() {
    Formatting formatting = PolicyFormatter.format("a.zt", "\uFEFF" + FORMATTED);

    assertThat(formatting.text()).contains(FORMATTED);
    assertThat(formatting.changes()).isTrue();
  }

  @Test
  void aTextThatDoesNotParseHasErrorsAndNoLayout() {
    Formatting formatting = PolicyFormatter.format("a.zt", "module a\nentity User { n int }\n");

    assertThat(formatting.text()).isEmpty();
    assertThat(formatting.changes()).isFalse();
    assertThat(formatting.errors()).isNotEmpty().allMatch(Diagnostic::isError);
    assertThat(formatting.report()).startsWith("a.zt:2:17: error ZT");
  }

  @Test
  void aTextThatDoesNotCompileHasALayout() {
    Formatting formatting =
        PolicyFormatter.format("a.zt", "module a\nx: permit Nobody to read Nothing");

    assertThat(formatting.text()).contains("module a\n\nx:\npermit Nobody to read Nothing\n");
  }

  @Test
  void aWarningIsNoReasonToLeaveAFileAlone() {
    String text = "module a\n\nx:\npermit User to read Doc\n\n  when device.managed\n";

    assertThat(PolicyFormatter.format("a.zt", text).text()).contains(text);
  }

  @Test
  void filesAreReadAndNotWritten(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a.zt"), LOOSE);

    List<Formatting> all = PolicyFormatter.format(folder);

    assertThat(all).extracting(Formatting::changes).containsExactly(true);
    assertThat(Path.of(all.get(0).file())).isEqualTo(file);
    assertThat(file).hasContent(LOOSE);
  }

  @Test
  void inPlaceOnlyWhatChangesIsWrittenAndWhatIsWrongIsLeftAlone(@TempDir Path folder)
      throws IOException {
    Path loose = Files.writeString(folder.resolve("a.zt"), LOOSE);
    Path marked = Files.writeString(folder.resolve("b.zt"), "\uFEFF" + FORMATTED);
    Path formatted = Files.writeString(folder.resolve("c.zt"), FORMATTED);
    Path wrong = Files.writeString(folder.resolve("d.zt"), "module a entity {\r\n");
    Path latin =
        Files.write(folder.resolve("e.zt"), "module ä".getBytes(StandardCharsets.ISO_8859_1));
    Path other = Files.writeString(folder.resolve("f.txt"), LOOSE);
    FileTime longAgo = FileTime.fromMillis(0);
    Files.setLastModifiedTime(formatted, longAgo);

    List<Formatting> all = PolicyFormatter.formatInPlace(folder);

    assertThat(loose).hasBinaryContent(FORMATTED.getBytes(StandardCharsets.UTF_8));
    assertThat(marked).hasBinaryContent(FORMATTED.getBytes(StandardCharsets.UTF_8));
    assertThat(Files.getLastModifiedTime(formatted)).isEqualTo(longAgo);
    assertThat(wrong).hasContent("module a entity {\r\n");
    assertThat(Files.size(latin)).isEqualTo(8);
    assertThat(other).hasContent(LOOSE);
    assertThat(all)
        .filteredOn(each -> !each.errors().isEmpty())
        .extracting(each -> Path.of(each.file()))
        .containsExactly(wrong, latin);
  }

  @Test
  void tenThousandLinesTakeLessThanASecond() throws IOException {
    Corpus payroll =
        Corpus.files().stream()
            .filter(f -> f.name().equals("payroll.zt"))
            .findFirst()
            .orElseThrow();
    String body = payroll.text().replace("module acme.payroll", "");
    StringBuilder text = new StringBuilder("module acme.payroll\n");
    while (text.chars().filter(c -> c == '\n').count() < 10_000) {
      text.append(body);
    }
    Duration fastest = Duration.ofDays(1);
    for (int i = 0; i < 12 && fastest.toMillis() >= 1_000; i++) {
      long start = System.nanoTime();
      Formatting formatting = PolicyFormatter.format("file.zt", text.toString());
      Duration taken = Duration.ofNanos(System.nanoTime() - start);
      assertThat(formatting.text()).as(formatting::report).isPresent();
      fastest = taken.compareTo(fastest) < 0 ? taken : fastest;
    }
    assertThat(fastest).isLessThan(Duration.ofSeconds(1));
  }
}
