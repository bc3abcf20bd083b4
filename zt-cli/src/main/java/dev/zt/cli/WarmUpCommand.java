package dev.zt.cli;

import dev.zt.cli.terminal.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Loads the classes that most commands use, and says nothing: what an archive of classes for a fast
 * start is made of.
 */
@Command(name = "warm-up", hidden = true, description = "Loads the classes that most commands use.")
final class WarmUpCommand implements Callable<Integer> {
  private static final String POLICY =
      """
      module warm.up
      role "clerk"
      enum Secrecy { open < closed }
      entity User { team: string }
      entity Doc { team: string  secrecy: Secrecy  actions read, write }
      let trusted = device.managed and device.patch_age <= 30d
      readers:
      permit User to read Doc when subject.team == resource.team
      writers:
      permit role "clerk" to write Doc when resource.secrecy < closed
      devices:
      require trusted to write Doc else challenge comply("Enrol this device.")
      abroad:
      restrict anyone to read Doc unless location.ip in ["10.0.0.0/8"] with read_only
      test "readers" {
        given subject User "ann" { team: "hr" }
        given resource Doc "d" { team: "hr" }
        read => restrict read_only
      }
      """;

  private static final String REQUEST =
      """
      {"subject": {"type": "User", "id": "ann", "team": "hr"}, "action": "read",
       "resource": {"type": "Doc", "id": "d", "team": "hr"}}
      """;

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("zt");
    Path policy = Files.writeString(folder.resolve("warm.zt"), POLICY);
    Path broken = Files.writeString(folder.resolve("broken"), POLICY.replace("User", "Usr"));
    Path request = Files.writeString(folder.resolve("request.json"), REQUEST);
    try {
      run("--help");
      run("check", policy.toString());
      run("check", broken.toString());
      run("test", policy.toString());
      run("explain", policy.toString(), "--request", request.toString());
      run("list", "--needs", policy.toString());
    } finally {
      Files.delete(policy);
      Files.delete(broken);
      Files.delete(request);
      Files.delete(folder);
    }
    return Exit.OK;
  }

  private static void run(String... args) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    CommandLine zt = Zt.commandLine(Terminal.plain(nowhere, nowhere));
    zt.execute(args);
  }
}
