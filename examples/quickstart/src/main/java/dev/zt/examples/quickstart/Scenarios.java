package dev.zt.examples.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.zt.Request;
import dev.zt.engine.authzen.AuthZenReader;
import dev.zt.engine.authzen.AuthZenRequest.Evaluation;
import dev.zt.policy.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The file of requests: each in AuthZEN form, with a title.
 *
 * @param now the instant at which they are decided, so that the answers are the same every day
 * @param all the requests, in the order of the file
 */
record Scenarios(Instant now, List<Scenario> all) {

  static Scenarios read(Path file, Schema schema) throws IOException {
    AuthZenReader reader = new AuthZenReader(schema);
    JsonNode content = new JsonMapper().readTree(file.toFile());
    List<Scenario> all = new ArrayList<>();
    for (JsonNode entry : content.required("requests")) {
      Request request = ((Evaluation) reader.read(entry.toString())).request();
      all.add(new Scenario(entry.required("title").asText(), request));
    }
    return new Scenarios(Instant.parse(content.required("now").asText()), List.copyOf(all));
  }
}
