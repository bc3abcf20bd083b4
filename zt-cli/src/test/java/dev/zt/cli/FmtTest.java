package dev.zt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FmtTest {
  private static final String ODD = "module   acme.docs\n\nrole \"clerk\"\n";
  private static final String EVEN = "module acme.docs\n\nrole \"clerk\"\n";

  @TempDir Path folder;

  @Test
  void aFileIsFormattedInPlace() throws IOException {
    Path file = Samples.policy(folder, ODD);
    assertThat(Ran.zt("fmt", folder)).isEqualTo(new Ran(0, "formatted " + file + "\n", ""));
    assertThat(file).hasContent(EVEN);
    assertThat(Ran.zt("fmt", folder)).isEqualTo(new Ran(0, "", ""));
  }

  @Test
  void aCheckShowsTheDifferenceAndWritesNothing() {
    Path file = Samples.policy(folder, ODD);
    assertThat(Ran.zt("fmt", "--check", folder))
        .isEqualTo(
            new Ran(
                1,
                "--- "
                    + file
                    + "\n+++ "
                    + file
                    + "\n@@ -1,3 +1,3 @@\n"
                    + "-module   acme.docs\n+module acme.docs\n \n role \"clerk\"\n",
                ""));
    assertThat(file).hasContent(ODD);
    Samples.policy(folder, EVEN);
    assertThat(Ran.zt("fmt", "--check", folder)).isEqualTo(new Ran(0, "", ""));
  }

  @Test
  void aLastLineWithoutAnEndIsTold() {
    Samples.policy(folder, EVEN.stripTrailing());
    assertThat(Ran.zt("fmt", "--check", folder).out())
        .endsWith("-role \"clerk\"\n\\ No newline at end of file\n+role \"clerk\"\n");
  }

  @Test
  void aFileThatIsNoPolicyIsLeftAloneAndTold() throws IOException {
    Path file = Samples.policy(folder, "module acme.docs\nentity {\n");
    Path other = Files.writeString(folder.resolve("other.zt"), ODD);
    Ran ran = Ran.zt("fmt", folder);
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains(file + ":2:").contains("error ZT1");
    assertThat(file).hasContent("module acme.docs\nentity {\n");
    assertThat(other).hasContent(EVEN);
  }
}
