package dev.zt.conformance;

import dev.zt.Decision;
import dev.zt.engine.Engine;
import dev.zt.engine.Evaluator;
import dev.zt.policy.PolicySet;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;

/**
 * One policy set of some hundred rules, written down in another order for each load, and what it
 * decides about the same requests. As a program it says so of some loads, in a JVM whose immutable
 * collections and identity hashes have seeds of their own.
 */
final class SameSet {
  private static final int FAMILIES = 4;

  private final List<Policies.Labelled> rules = new ArrayList<>();
  private final List<World> worlds = new ArrayList<>();

  /** The set, and so many requests. */
  SameSet(int requests) {
    Random random = new Random(7);
    RandomGenerator<List<Policies.Labelled>> families = Families.any().generator(1_000);
    for (int family = 0; family < FAMILIES; family++) {
      boolean shadow = family == FAMILIES - 1;
      String prefix = "f" + family;
      families.next(random).value().stream()
          .map(
              rule ->
                  new Policies.Labelled(
                      prefix + rule.label(), rule.text(), rule.shadow() || shadow))
          .forEach(rules::add);
    }
    RandomGenerator<World> generator = Worlds.any().generator(1_000);
    for (int world = 0; world < requests; world++) {
      worlds.add(generator.next(random).value());
    }
  }

  /** Prints what comes out of loads, one a line: their number, that of the first, of requests. */
  public static void main(String[] arguments) {
    int loads = Integer.parseInt(arguments[0]);
    int first = Integer.parseInt(arguments[1]);
    int requests = Integer.parseInt(arguments[2]);
    JqwikSession.run(
        () -> {
          SameSet set = new SameSet(requests);
          for (int load = first; load < first + loads; load++) {
            System.out.println(set.load(load));
          }
        });
  }

  /** The version and the hash of all that is decided when the set is loaded in some order. */
  String load(int order) {
    return load(order, UnaryOperator.identity());
  }

  /** As {@link #load(int)}, where the compiler makes something else of the policies. */
  String load(int order, UnaryOperator<PolicySet> fault) {
    List<Policies.Labelled> shuffled = new ArrayList<>(rules);
    Collections.shuffle(shuffled, new Random(order));
    PolicySet policies = Compiled.of(shuffled);
    return policies.version() + " " + decisions(fault.apply(policies));
  }

  private String decisions(PolicySet policies) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    try (Engine engine = Decider.engine(policies, () -> Laws.NOW, Evaluator.COMPILED)) {
      for (World world : worlds) {
        digest.update(said(engine.check(world.request())).getBytes(StandardCharsets.UTF_8));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String said(Decision decision) {
    return decision.outcome()
        + decision.reasons().stream().map(reason -> reason.rule()).toList().toString()
        + decision.unknowns()
        + decision.validUntil()
        + decision.shadow().map(SameSet::said);
  }
}
