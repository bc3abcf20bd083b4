package dev.zt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.cli.terminal.Terminal;
import dev.zt.cli.watch.FileWatch;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WatchTest {
  private final StringWriter out = new StringWriter();
  private final CompletableFuture<FileWatch> watch = new CompletableFuture<>();
  private CompletableFuture<Integer> ended = new CompletableFuture<>();
  @TempDir Path folder;

  @BeforeEach
  void writePolicy() {
    Samples.policy(folder, Samples.SOUND);
  }

  @AfterEach
  void stop() throws Exception {
    watch.get(30, TimeUnit.SECONDS).close();
    assertThat(ended.get(30, TimeUnit.SECONDS)).isZero();
  }

  @Test
  void eachSaveIsCheckedAndTested() throws InterruptedException {
    watch(folder);
    await("2 passed, 0 failed");
    Samples.policy(folder, Samples.FAILING);
    await("2 passed, 1 failed");
    Samples.policy(folder, Samples.WRONG);
    await("ZT2103");
  }

  @Test
  void whatVanishesAndComesBackIsNoticed() throws Exception {
    watch(folder);
    await("2 passed, 0 failed");
    Files.delete(folder.resolve("docs.zt"));
    await("there is no policy file in this folder");
    Samples.policy(folder, Samples.FAILING);
    await("2 passed, 1 failed");
  }

  @Test
  void aFolderThatIsMadeLaterIsWatched() throws Exception {
    watch(folder);
    await("2 passed, 0 failed");
    Path below = Files.createDirectory(folder.resolve("below"));
    Files.writeString(below.resolve("more.zt"), "module acme.more\nwrong\n");
    await("1 error");
  }

  @Test
  void aSingleFileIsWatched() throws InterruptedException {
    watch(folder.resolve("docs.zt"));
    await("2 passed, 0 failed");
    Samples.policy(folder, Samples.FAILING);
    await("2 passed, 1 failed");
  }

  private void watch(Path path) {
    Terminal terminal = Terminal.plain(new PrintWriter(out), new PrintWriter(out));
    ended =
        CompletableFuture.supplyAsync(
            () -> Zt.commandLine(terminal, this::begin).execute("watch", path.toString()));
  }

  private FileWatch begin(Path path) throws IOException {
    FileWatch begun = FileWatch.of(path);
    watch.complete(begun);
    return begun;
  }

  /** Waits until something is told, and forgets what was told. */
  private void await(String told) throws InterruptedException {
    while (!out.toString().contains(told)) {
      Thread.sleep(20);
    }
    out.getBuffer().setLength(0);
  }
}
