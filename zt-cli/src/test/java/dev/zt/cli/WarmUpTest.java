package dev.zt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WarmUpTest {
  @Test
  void itRunsThroughASoundSet() {
    Path policy = Path.of("src/main/resources/dev/zt/cli/warm-up.zt");
    assertThat(Ran.zt("check", "--warnings-as-errors", policy).code()).isZero();
    assertThat(Ran.zt("test", policy)).isEqualTo(new Ran(0, "4 passed, 0 failed\n", ""));
    assertThat(Ran.zt("warm-up")).isEqualTo(new Ran(0, "", ""));
  }
}
