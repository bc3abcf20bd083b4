package dev.zt.dsl.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zt.dsl.Compilation;
import dev.zt.dsl.Corpus;
import dev.zt.dsl.PolicyCompiler;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Mutated files of the corpus: 2,000 in every run, {@code -Dzt.fuzz=100000} for more, {@code
 * -Dzt.fuzz.seed=…} to see the same ones again.
 */
class MutatedFilesTest {
  private static final int FILES = Integer.getInteger("zt.fuzz", 2_000);
  private static final int WARM_UP = 300;
  private static final Duration MOST = Duration.ofMillis(250);

  /** A pause of the machine is no fault of the compiler: the fastest of some runs counts. */
  private static final int TRIES = 8;

  @Test
  void noFileMakesTheCompilerThrowOrTakeLong() throws IOException {
    long seed = Long.getLong("zt.fuzz.seed", System.nanoTime());
    System.out.println(FILES + " mutated files, -Dzt.fuzz.seed=" + seed);

    tryAll(seed, FILES, MutatedFilesTest::compile);
  }

  @Test
  void aCompilerThatThrowsIsFound() {
    assertThatThrownBy(
            () ->
                tryAll(
                    1,
                    FILES,
                    text -> {
                      if (text.contains("((")) {
                        throw new IllegalStateException("two parentheses");
                      }
                    }))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("seed 1")
        .hasMessageContaining("((");
  }

  @Test
  void aCompilerThatTakesLongIsFound() {
    assertThatThrownBy(
            () ->
                tryAll(
                    1,
                    FILES,
                    text -> {
                      if (text.contains("((")) {
                        sleep(MOST.plusMillis(10));
                      }
                    }))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("took");
  }

  private static void compile(String text) {
    Compilation compilation = PolicyCompiler.compile("file.zt", text);
    assertThat(compilation.policies().isPresent()).isEqualTo(compilation.errors().isEmpty());
    assertThat(compilation.report()).isNotNull();
  }

  private static void tryAll(long seed, int files, Consumer<String> compiler) throws IOException {
    Mutator mutator = new Mutator(Corpus.files(), seed);
    for (int i = 0; i < files; i++) {
      String text = mutator.next();
      String name = "seed " + seed + ", file " + i + ":\n" + text;
      Duration taken = time(compiler, text, name);
      for (int tries = 1; i >= WARM_UP && taken.compareTo(MOST) > 0 && tries < TRIES; tries++) {
        taken = time(compiler, text, name);
      }
      if (i >= WARM_UP) {
        assertThat(taken).as("took long: " + name).isLessThanOrEqualTo(MOST);
      }
    }
  }

  private static Duration time(Consumer<String> compiler, String text, String name) {
    long start = System.nanoTime();
    try {
      compiler.accept(text);
    } catch (RuntimeException | Error thrown) {
      throw new AssertionError(name, thrown);
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static void sleep(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
