package dev.zt.bench;

import dev.zt.bench.outcome.Deciding;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * What decisions about the core cost that come to the same, in a JVM of its own.
 *
 * @param absent the signal that requests leave out; empty for none
 * @param said what is decided
 * @param named whether it also names what was unknown
 * @param requests how many such requests there are
 */
public record Outcome(
    String absent, String said, boolean named, int requests, double nanos, double bytes) {
  static void run(Consumer<Outcome> results) throws IOException, InterruptedException {
    String said = Jvm.said(List.of("-Xms1g", "-Xmx1g"), Deciding.class);
    said.lines().map(Outcome::read).forEach(results);
  }

  private static Outcome read(String line) {
    String[] told = line.split(";", -1);
    return new Outcome(
        told[0],
        told[1],
        told[2].equals("unknown"),
        Integer.parseInt(told[3]),
        Double.parseDouble(told[4]),
        Double.parseDouble(told[5]));
  }

  /** As a line of a table. */
  String row() {
    return String.format(
        Locale.ROOT,
        "| %s | %s%s | %,d | %,.0f | %,.0f |%n",
        absent.isEmpty() ? "nothing" : "`" + absent + "`",
        said,
        named ? ", and what was unknown" : "",
        requests,
        nanos,
        bytes);
  }
}
