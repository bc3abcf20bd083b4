package dev.zt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.zt.cli.terminal.Palette;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
  @TempDir Path folder;

  @Test
  void aSoundSetIsChecked() {
    Ran ran = Ran.zt("check", Samples.QUICKSTART);
    assertThat(ran).isEqualTo(new Ran(0, "nothing is wrong with 13 rules\n", ""));
  }

  @Test
  void anErrorIsShownAsTheCompilerShowsItAndCounted() {
    Path file = Samples.policy(folder, Samples.WRONG);
    Ran ran = Ran.zt("check", file);
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out())
        .contains(file + ":8:16: error ZT2103: `User` has no field `departement`")
        .contains("^^^^^^^^^^^ did you mean `department`?")
        .endsWith("\n\n1 error\n");
  }

  @Test
  void aWarningIsAFindingWhereThatIsAskedFor() {
    String odd = Samples.WRONG.replace("departement", "department");
    Path file = Samples.policy(folder, odd);
    Ran ran = Ran.zt("check", file);
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains(": warning ZT6").endsWith("\n\n1 warning\n");
    assertThat(Ran.zt("check", "--warnings-as-errors", file).code()).isEqualTo(1);
  }

  @Test
  void aTerminalShowsColours() {
    Ran ran = Ran.zt(Palette.COLOUR, "check", Samples.policy(folder, Samples.WRONG));
    assertThat(ran.out())
        .contains("\u001b[1;31merror\u001b[0m", "\u001b[1;33m^^^^^^^^^^^\u001b[0m");
    assertThat(ran.out().replaceAll("\u001b\\[[0-9;]*m", ""))
        .isEqualTo(Ran.zt("check", Samples.policy(folder, Samples.WRONG)).out());
  }

  @Test
  void aProgramReadsJson() throws IOException {
    Path file = Samples.policy(folder, Samples.WRONG);
    Ran ran = Ran.zt("check", "--format", "json", file);
    assertThat(ran.code()).isEqualTo(1);
    JsonNode json = new JsonMapper().readTree(ran.out());
    assertThat(json.get("errors").asInt()).isEqualTo(1);
    JsonNode first = json.get("findings").get(0);
    assertThat(first.get("file").asText()).isEqualTo(file.toString());
    assertThat(first.get("line").asInt()).isEqualTo(8);
    assertThat(first.get("column").asInt()).isEqualTo(16);
    assertThat(first.get("length").asInt()).isEqualTo(11);
    assertThat(first.get("code").asText()).isEqualTo("ZT2103");
    assertThat(first.get("severity").asText()).isEqualTo("error");
    assertThat(first.get("help").asText()).isEqualTo("did you mean `department`?");
  }

  @Test
  void aWorkflowGetsAnnotations() {
    Path file = Samples.policy(folder, Samples.WRONG);
    Ran ran = Ran.zt("check", "--format", "github", file);
    assertThat(ran.out().lines())
        .first()
        .isEqualTo(
            "::error file="
                + file
                + ",line=8,endLine=8,col=16,endColumn=26,title=ZT2103"
                + "::`User` has no field `departement`%0Adid you mean `department`?");
    assertThat(ran.out().lines()).hasSize(1);
  }

  @Test
  void whatWouldEndAnAnnotationIsEscaped() throws IOException {
    Path odd = Files.createDirectory(folder.resolve("a,b:c%d"));
    Path file = Samples.policy(odd, Samples.WRONG.replace("departement", "x"));
    assertThat(Ran.zt("check", "--format", "github", file).out())
        .startsWith("::error file=" + folder + "/a%2Cb%3Ac%25d/docs.zt,");
  }

  @Test
  void namesThatClashAcrossFoldersMayBeThoseOfSetsOfTheirOwn() throws IOException {
    for (String pack : List.of("one", "two")) {
      Path file = Files.createDirectory(folder.resolve(pack)).resolve("roles.zt");
      Files.writeString(file, "module acme." + pack + "\nentity User {}\nrole \"clerk\"\n");
    }
    assertThat(Ran.zt("check", folder).out())
        .endsWith("one at a time: `" + folder.resolve("two") + "`\n");
    assertThat(Ran.zt("check", folder.resolve("two")).out()).doesNotContain("one at a time");
  }

  @Test
  void anEmptyFolderIsAFinding() {
    assertThat(Ran.zt("check", folder).code()).isEqualTo(1);
  }
}
