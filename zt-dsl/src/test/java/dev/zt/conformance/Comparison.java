package dev.zt.conformance;

import dev.zt.Decision;
import dev.zt.Request;
import dev.zt.engine.Engine;
import dev.zt.engine.Evaluator;
import dev.zt.policy.PolicySet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;

/**
 * Random cases in which what compiled policies decide is compared with what the reference decides:
 * policies, partial requests, every fact of them hidden, and instants around them.
 */
final class Comparison {
  private static final int WORLDS = Integer.getInteger("zt.differential.worlds", 4);

  private final Random random;
  private final UnaryOperator<PolicySet> fault;
  private final RandomGenerator<List<Policies.Labelled>> rules;
  private final String declarations;
  private final Function<World, Asked> asking;
  private final RandomGenerator<World> worlds = Worlds.any().generator(1_000);
  private int decisions;

  /**
   * A comparison.
   *
   * @param fault what the compiler makes of policies before it compiles them
   * @param rules what policies there are
   * @param declarations what they speak of beside the common declarations
   * @param asking how a world is asked about
   */
  Comparison(
      long seed,
      UnaryOperator<PolicySet> fault,
      Arbitrary<List<Policies.Labelled>> rules,
      String declarations,
      Function<World, Asked> asking) {
    this.asking = asking;
    this.declarations = declarations;
    this.random = new Random(seed);
    this.fault = fault;
    this.rules = rules.generator(1_000);
  }

  /**
   * The requests of one world.
   *
   * @param reference what the reference decides
   * @param compiled what compiled policies decide
   */
  record Asked(Request reference, Request compiled) {
    /** The same request for both, of entities and signals that each engine reads once. */
    static Asked both(World world) {
      return new Asked(world.request(0), world.request(1));
    }
  }

  /** How many decisions were compared. */
  int decisions() {
    return decisions;
  }

  /** What differs first, in so many decisions; nothing if nothing does. */
  Optional<String> difference(int most) {
    Optional<String> difference = Optional.empty();
    while (difference.isEmpty() && decisions < most) {
      difference = next();
    }
    return difference;
  }

  private Optional<String> next() {
    List<Policies.Labelled> labelled = new ArrayList<>(rules.next(random).value());
    Collections.shuffle(labelled, random);
    PolicySet policies = Compiled.of(labelled, declarations);
    Instant[] clock = {Laws.NOW};
    try (Engine reference = Decider.engine(policies, () -> clock[0], Evaluator.REFERENCE);
        Engine compiled =
            Decider.engine(fault.apply(policies), () -> clock[0], Evaluator.COMPILED)) {
      boolean lent = random.nextInt(3) == 0;
      List<World> some = Stream.generate(() -> worlds.next(random).value()).limit(WORLDS).toList();
      if (lent) {
        // Grants run by how often the clock was seen to move, so that it moves only once after
        // that.
        for (World world : some) {
          Lending.lend(reference, world.request());
          Lending.lend(compiled, world.request());
        }
        clock[0] = Laws.NOW.plus(Duration.ofMillis(random.nextInt(1_200_000)));
      }
      for (World world : some) {
        List<World> all = new ArrayList<>(List.of(world));
        world.places().forEach(place -> all.add(world.hiding(place)));
        world.facts().keySet().forEach(owner -> all.add(world.hiding(owner)));
        for (World each : all) {
          if (!lent) {
            clock[0] =
                random.nextInt(3) > 0
                    ? Laws.NOW
                    : Laws.NOW.plus(Duration.ofMillis(random.nextInt(3_600_000)));
          }
          Asked asked = asking.apply(each);
          decisions++;
          Decision expected = reference.check(asked.reference());
          Decision actual = compiled.check(asked.compiled());
          if (!said(expected).equals(said(actual))) {
            return Optional.of(
                Compiled.body(labelled)
                    + asked.compiled()
                    + "\nat "
                    + clock[0]
                    + "\nreference "
                    + said(expected)
                    + "\ncompiled  "
                    + said(actual));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Everything that a decision says but the version, which a seeded fault changes. */
  private static List<Object> said(Decision decision) {
    List<Object> said = new ArrayList<>();
    said.add(decision.outcome());
    said.add(decision.reasons().stream().map(reason -> reason.rule()).toList());
    said.add(decision.unknowns());
    said.add(decision.validUntil());
    if (decision instanceof Decision.Challenge challenge) {
      said.add(challenge.challenges());
    } else if (decision instanceof Decision.Restrict restrict) {
      said.add(restrict.obligations());
    } else if (decision instanceof Decision.Deny deny) {
      said.add(deny.cause());
      said.add(deny.message());
    }
    said.add(decision.shadow().map(Comparison::said));
    return said;
  }
}
