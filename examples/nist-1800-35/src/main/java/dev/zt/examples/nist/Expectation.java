package dev.zt.examples.nist;

import dev.zt.Decision;
import dev.zt.EntityRef;
import dev.zt.Outcome;
import dev.zt.Request;
import java.util.Map;
import java.util.Optional;

/**
 * What a published outcome says about the answers to a row's requests.
 *
 * @param outcomes by what is asked for; requests for anything else are left open
 * @param otherwise for everything that is not a network
 * @param obligation an obligation that a restriction must carry
 */
record Expectation(
    Map<EntityRef, Outcome> outcomes, Optional<Outcome> otherwise, Optional<String> obligation) {
  private static final EntityRef ENTERPRISE = new EntityRef("Network", "enterprise");
  private static final EntityRef PUBLIC = new EntityRef("Network", "public");

  /**
   * The expectation behind a published outcome.
   *
   * @throws UnmappableRow for an outcome that means nothing here
   */
  static Expectation of(Row row, String column) {
    String published = row.cell(column).orElse(Row.NOTHING);
    return switch (published) {
      case "permit", "keep" -> all(Outcome.PERMIT);
      case "limited", "downgrade_to_limited" -> all(Outcome.RESTRICT);
      case "deny", "terminate", "terminate_all" -> all(Outcome.DENY);
      case "network_full" -> networks(Map.of(ENTERPRISE, Outcome.PERMIT));
      case "network_limited", "network_max_limited" ->
          networks(Map.of(ENTERPRISE, Outcome.RESTRICT));
      case "network_public" -> networks(Map.of(ENTERPRISE, Outcome.DENY, PUBLIC, Outcome.PERMIT));
      case "network_none" -> networks(Map.of(ENTERPRISE, Outcome.DENY, PUBLIC, Outcome.DENY));
      case "audit_recorded" ->
          new Expectation(Map.of(), Optional.of(Outcome.RESTRICT), Optional.of("record"));
      case "n/a" -> networks(Map.of());
      default -> throw UnmappableRow.unknownText(column, published);
    };
  }

  private static Expectation all(Outcome outcome) {
    return new Expectation(Map.of(ENTERPRISE, outcome), Optional.of(outcome), Optional.empty());
  }

  private static Expectation networks(Map<EntityRef, Outcome> outcomes) {
    return new Expectation(outcomes, Optional.empty(), Optional.empty());
  }

  /** The outcome that is expected of a request; empty when the row leaves it open. */
  Optional<Outcome> of(Request request) {
    EntityRef target = request.resource().reference();
    return target.type().equals("Network") ? Optional.ofNullable(outcomes.get(target)) : otherwise;
  }

  /** Whether a decision is what is expected of the request. */
  boolean isMetBy(Request request, Decision decision) {
    return of(request).equals(Optional.of(decision.outcome()))
        && obligation.map(name -> carries(decision, name)).orElse(true);
  }

  private static boolean carries(Decision decision, String obligation) {
    return decision instanceof Decision.Restrict restrict
        && restrict.obligations().stream().anyMatch(o -> o.name().equals(obligation));
  }
}
