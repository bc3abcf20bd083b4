package dev.zt.cli;

import dev.zt.cli.terminal.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Loads the classes that most commands use, and says nothing: what an archive of classes for a fast
 * start is made of.
 */
@Command(name = "warm-up", hidden = true, description = "Loads the classes that most commands use.")
final class WarmUpCommand implements Callable<Integer> {
  private static final String REQUEST =
      """
      {"subject": {"type": "User", "id": "ann", "team": "hr"}, "action": "read",
       "resource": {"type": "Doc", "id": "d", "team": "hr"}}
      """;

  @Override
  public Integer call() throws IOException {
    String text = policy();
    Path folder = Files.createTempDirectory("zt");
    Path sound = Files.createDirectory(folder.resolve("sound"));
    Path policy = Files.writeString(sound.resolve("warm-up.zt"), text);
    Path broken =
        Files.writeString(folder.resolve("broken.zt"), text.replace("team ==", "teem =="));
    Path request = Files.writeString(folder.resolve("request.json"), REQUEST);
    try {
      run("--help");
      run("check");
      run("check", sound.toString());
      run("check", broken.toString());
      run("test", sound.toString());
      run("explain", sound.toString(), "--request", request.toString());
      run("list", "--needs", sound.toString());
    } finally {
      for (Path each : List.of(policy, sound, broken, request, folder)) {
        Files.delete(each);
      }
    }
    return Exit.OK;
  }

  private static String policy() throws IOException {
    try (InputStream in = WarmUpCommand.class.getResourceAsStream("warm-up.zt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void run(String... args) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    CommandLine zt = Zt.commandLine(Terminal.plain(nowhere, nowhere));
    zt.execute(args);
  }
}
