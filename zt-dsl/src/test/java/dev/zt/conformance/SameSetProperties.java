package dev.zt.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.zt.Decision;
import dev.zt.engine.Engine;
import dev.zt.engine.Evaluator;
import dev.zt.policy.PolicySet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.RandomGenerator;

/**
 * A policy set decides the same however its rules were ordered when it was loaded.
 *
 * <p>{@code -Dzt.loads=N} loads it N times, {@code -Dzt.loads.decisions=M} makes M decisions in
 * all.
 */
class SameSetProperties {
  private static final int LOADS = Integer.getInteger("zt.loads", 20);
  private static final int DECISIONS = Integer.getInteger("zt.loads.decisions", 4_000);

  @Example
  void everyLoadOfASetDecidesTheSame() {
    Random random = new Random(7);
    List<Policies.Labelled> rules = new ArrayList<>();
    RandomGenerator<List<Policies.Labelled>> families = Families.any().generator(1_000);
    for (int family = 0; family < 4; family++) {
      String prefix = "f" + family;
      families
          .next(random)
          .value()
          .forEach(
              rule ->
                  rules.add(
                      new Policies.Labelled(
                          prefix + rule.label(),
                          rule.text(),
                          rule.shadow() || prefix.equals("f3"))));
    }
    RandomGenerator<World> generator = Worlds.any().generator(1_000);
    List<World> worlds = new ArrayList<>();
    for (int world = 0; world < Math.max(1, DECISIONS / LOADS); world++) {
      worlds.add(generator.next(random).value());
    }

    Set<String> hashes = new HashSet<>();
    for (int load = 0; load < LOADS; load++) {
      Collections.shuffle(rules, random);
      hashes.add(hash(Compiled.of(rules), worlds));
    }

    assertThat(hashes).hasSize(1);
  }

  private static String hash(PolicySet policies, List<World> worlds) {
    Hasher hasher = Hashing.sha256().newHasher();
    try (Engine engine = Decider.engine(policies, () -> Laws.NOW, Evaluator.COMPILED)) {
      for (World world : worlds) {
        Decision decision = engine.check(world.request());
        hasher.putString(
            decision.outcome()
                + decision.reasons().stream().map(reason -> reason.rule()).toList().toString()
                + decision.unknowns()
                + decision.validUntil()
                + decision.policyVersion()
                + decision.shadow().map(Decision::outcome),
            StandardCharsets.UTF_8);
      }
    }
    return hasher.hash().toString();
  }
}
