package dev.zt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "chek policies                 | there is no command `chek`; did you mean `check`?",
        "list one two                  | there is one argument too many: `two`",
        "hilp test                     | there is no command `hilp`; did you mean `help`?",
        "help chek                     | there is no command `chek`; did you mean `check`?",
        "deploy policies               | there is no command `deploy` (see",
        "check                         | `PATH` is missing (see",
        "check nowhere                 | there is no file or folder `nowhere`",
        "check --formt json nowhere    | there is no option `--formt`; did you mean `--format`?",
        "check --formt                 | there is no option `--formt`; did you mean `--format`?",
        "check nowhere --format        | `--format` needs a value: `--format FORMAT`",
        "check --format yaml nowhere   | `--format`: `yaml` is none of `text`, `json`, `sarif`, `git",
        "test nowhere                  | there is no file or folder `nowhere`",
        "test --report pdf=x  nowhere  | `pdf=x` is none of `junit=FILE`, `json=FILE`",
        "test --report junit= nowhere  | `--report`: `junit=` is none of",
        "test nowhere --filter         | `--filter` needs a value: `--filter TEXT`",
        "fmt nowhere                   | there is no file or folder `nowhere`",
        "explain nowhere               | `--request FILE` is missing (see",
        "explain nowhere --request x   | there is no file or folder `nowhere`",
        "test --min-rule 101 nowhere   | `--min-rule`: `101` is no percentage from 0 to 100",
        "test --min-rule all nowhere   | `--min-rule`: `all` is no percentage from 0 to 100",
        "test --min-rule 1 --min-rule 2 x | `--min-rule` is given twice",
        "list nowhere                  | there is no file or folder `nowhere`",
        "completion fish               | `SHELL`: `fish` is none of `bash`, `zsh`",
      })
  void isToldInOneLine(String line, String told) {
    Ran ran = Ran.zt((Object[]) line.split(" +"));
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err().lines()).hasSize(1);
    assertThat(ran.err()).startsWith("zt").contains(told).contains("--help`)");
  }

  @Test
  void aCommandIsNeeded() {
    Ran ran = Ran.zt();
    assertThat(ran).isEqualTo(new Ran(2, "", "zt: a command is missing (see `zt --help`)\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "test", "fmt", "explain", "list", "watch", "completion", "help"})
  void everyCommandHasHelpWithExamples(String command) {
    Ran ran = Ran.zt(command, "--help");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("Usage: zt " + command, "Examples:", "zt " + command + " ");
    assertThat(Ran.zt("--help").out()).contains("\n  " + command + " ");
  }

  @Test
  void helpOfACommandIsShownBothWays() {
    assertThat(Ran.zt("help", "test")).isEqualTo(Ran.zt("test", "--help"));
    assertThat(Ran.zt("help")).isEqualTo(Ran.zt("--help"));
  }

  @Test
  void theVersionIsTheOneThatWasBuilt() {
    assertThat(Ran.zt("--version").out()).matches("zt \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R");
  }

  @Test
  void aRequestThatIsNoneIsAnErrorOfUsage(@TempDir Path folder) {
    Path policy = Samples.policy(folder, Samples.SOUND);
    Ran ran = Ran.zt("explain", policy, "--request", policy);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err().lines()).hasSize(1);
    assertThat(ran.err()).contains("is no request: line 1, column 1");
  }

  @Test
  void completionNamesCommandsAndOptions() {
    assertThat(Ran.zt("completion", "bash").out())
        .contains("complete -F _complete_zt", "--warnings-as-errors", "explain");
    assertThat(Ran.zt("completion", "zsh").out()).startsWith("autoload");
  }
}
