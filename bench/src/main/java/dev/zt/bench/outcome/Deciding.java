package dev.zt.bench.outcome;

import com.sun.management.ThreadMXBean;
import dev.zt.Authorizer;
import dev.zt.Decision;
import dev.zt.Request;
import dev.zt.Signal;
import dev.zt.bench.contender.ZtPolicies;
import dev.zt.bench.workload.Core;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.engine.Engine;
import java.lang.management.ManagementFactory;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Decides the questions of the core as they are, and each with one signal left out. Says of all
 * that come to the same how many there are, what they cost, and what they come to.
 */
public final class Deciding {
  private static final int ROUNDS = 40;
  private static final int DECISIONS = 100_000;
  private static final List<String> SIGNALS = List.of("", "device", "identity", "location");

  private static long seen;

  private Deciding() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) {
    Core core = new Core();
    try (Engine engine =
        Engine.builder(PolicyCompiler.compile(policies(core)).orThrow())
            .clock(InstantSource.fixed(Core.NOW))
            .build()) {
      List<Request> requests = ZtPolicies.requests(core);
      for (String absent : SIGNALS) {
        Map<String, List<Request>> groups = new TreeMap<>();
        for (Request request : requests) {
          Request asked = without(absent, request);
          groups.computeIfAbsent(said(engine.check(asked)), first -> new ArrayList<>()).add(asked);
        }
        groups.forEach((said, same) -> measure(engine, absent, said, same));
      }
    }
    System.err.println(seen);
  }

  /** Who has not signed in well enough is asked to do so. */
  private static Map<String, String> policies(Core core) {
    return ZtPolicies.text(core).entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                file ->
                    file.getValue()
                        .replaceAll(
                            "(require [^\n]*identity[^\n]*) else deny", "$1 else challenge mfa")));
  }

  private static Request without(String absent, Request request) {
    List<Signal> left =
        request.signals().stream().filter(signal -> !signal.name().equals(absent)).toList();
    return Request.of(request.subject(), request.action(), request.resource()).withSignals(left);
  }

  private static String said(Decision decision) {
    String what =
        decision instanceof Decision.Deny deny
            ? "deny, " + deny.cause().name().toLowerCase(Locale.ROOT).replace('_', ' ')
            : decision.outcome().name().toLowerCase(Locale.ROOT);
    return what + ";" + (decision.unknowns().isEmpty() ? "known" : "unknown");
  }

  private static void measure(
      Authorizer authorizer, String absent, String said, List<Request> requests) {
    Request[] asked = requests.toArray(Request[]::new);
    double[] nanos = new double[ROUNDS];
    long bytes = 0;
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (int round = 0; round < ROUNDS; round++) {
      long allocated = threads.getCurrentThreadAllocatedBytes();
      long begin = System.nanoTime();
      for (int next = 0; next < DECISIONS; next++) {
        seen += authorizer.check(asked[next % asked.length]).permitted() ? 1 : 0;
      }
      nanos[round] = (System.nanoTime() - begin) / (double) DECISIONS;
      bytes = threads.getCurrentThreadAllocatedBytes() - allocated;
    }
    // The first half warms up.
    Arrays.sort(nanos, ROUNDS / 2, ROUNDS);
    System.out.printf(
        Locale.ROOT,
        "%s;%s;%d;%.1f;%.0f%n",
        absent,
        said,
        asked.length,
        nanos[ROUNDS / 2 + ROUNDS / 4],
        bytes / (double) DECISIONS);
  }
}
