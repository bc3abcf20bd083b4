package dev.zt.cli;

import dev.zt.Explanation;
import dev.zt.cli.json.RequestFile;
import dev.zt.cli.terminal.Terminal;
import dev.zt.engine.Engine;
import dev.zt.engine.authzen.AuthZenException;
import dev.zt.engine.authzen.AuthZenWriter;
import dev.zt.policy.PolicySet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Decides one request and shows why it came out so. */
@Command(
    name = "explain",
    description = "Decides one request and shows how that came about.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the request was decided, whatever the outcome",
      "1:the policies do not compile",
      "2:the command line is wrong, or the file is no request"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  zt explain policies --request request.json",
      "  zt explain policies --request - --now 2026-03-02T09:00:00Z < request.json",
      "",
      "A request:",
      "  {\"subject\":  {\"type\": \"Employee\", \"id\": \"ann\", \"roles\": [\"clerk\"]},",
      "   \"action\":   \"read\",",
      "   \"resource\": {\"type\": \"Payroll\", \"id\": \"p1\", \"department\": \"hr\"},",
      "   \"device\":   {\"managed\": true},",
      "   \"now\":      \"2026-03-02T09:00:00Z\"}",
      "",
      "A request of the AuthZEN Authorization API is understood as well."
    })
final class ExplainCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "PATH", description = "A policy file or a folder of them.")
  private Path path = Path.of("");

  @Option(
      names = "--request",
      paramLabel = "FILE",
      required = true,
      description = "The request as JSON; - is standard input.")
  private Path request = Path.of("-");

  @Option(
      names = "--now",
      paramLabel = "INSTANT",
      description =
          "When it is asked, such as 2026-03-02T09:00:00Z. Default: what the request says in "
              + "`now`, else the present.")
  private @Nullable String now;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "${COMPLETION-CANDIDATES}; json is an AuthZEN response. Default: ${DEFAULT-VALUE}.")
  private DataFormat format = DataFormat.text;

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    PolicyPaths.mustExist(List.of(path));
    String json = read();
    Optional<Instant> asked = instant(now);
    Optional<PolicySet> policies = PolicyPaths.policies(List.of(path), terminal);
    if (policies.isEmpty()) {
      return Exit.FINDINGS;
    }
    RequestFile file = request(json, policies.get());
    InstantSource clock =
        asked
            .or(() -> instant(file.now()))
            .map(InstantSource::fixed)
            .orElse(InstantSource.system());
    try (Engine engine = Engine.builder(policies.get()).clock(clock).build()) {
      Explanation explanation = engine.explain(file.request());
      terminal.out().println(text(explanation, engine));
    }
    terminal.out().flush();
    return Exit.OK;
  }

  private String text(Explanation explanation, Engine engine) {
    return switch (format) {
      case text ->
          ExplanationPaint.of(explanation, terminal.palette())
              + UnusedText.of(engine.unusedAttributes());
      case json -> new AuthZenWriter().obligationsUnderstood().write(explanation.decision());
    };
  }

  private String read() throws IOException {
    if (request.equals(Path.of("-"))) {
      return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    }
    if (!Files.isRegularFile(request)) {
      throw new Unusable("there is no file `" + request + "`");
    }
    return Files.readString(request);
  }

  private RequestFile request(String json, PolicySet policies) {
    try {
      return RequestFile.read(json, policies.schema());
    } catch (AuthZenException | IllegalArgumentException e) {
      throw new Unusable("`" + request + "` is no request: " + e.getMessage());
    }
  }

  private Optional<Instant> instant(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      throw new Unusable("`" + text + "` is no instant such as 2026-03-02T09:00:00Z");
    }
  }
}
