package dev.zt.engine;

import dev.zt.Decision;
import dev.zt.Request;
import dev.zt.engine.facts.Binding;
import dev.zt.engine.facts.Facts;
import dev.zt.engine.facts.Surroundings;
import dev.zt.engine.usage.UsageBook;
import dev.zt.policy.value.Value;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells the book of usage, after the verdict, what gave the access. */
record UsageRecorder(UsageBook book) {

  void record(
      Enforcement enforcement,
      Request request,
      Decision decision,
      Surroundings surroundings,
      long now) {
    if (enforcement.layout().bind(request, surroundings) instanceof Binding.Bound bound) {
      Facts facts = bound.facts();
      book.record(
          request.subject().reference(),
          roles(facts),
          giving(enforcement, facts, decision, now),
          now);
    }
  }

  private static @Nullable Set<String> roles(Facts facts) {
    return facts.entityField(facts.subject(), "roles") instanceof Value.SetOf roles
        ? roles.elements().stream()
            .map(role -> ((Value.Text) role).value())
            .collect(Collectors.toSet())
        : null;
  }

  /** A permit names what gave it; of a restriction, which names what restricts, it is found out. */
  private static List<String> giving(
      Enforcement enforcement, Facts facts, Decision decision, long now) {
    return switch (decision.outcome()) {
      case PERMIT -> decision.reasons().stream().map(reason -> reason.rule()).toList();
      case RESTRICT -> enforcement.reference().giving(facts, now);
      case CHALLENGE, DENY -> List.of();
    };
  }
}
