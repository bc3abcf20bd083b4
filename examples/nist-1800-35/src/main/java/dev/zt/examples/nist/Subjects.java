package dev.zt.examples.nist;

import dev.zt.Entity;
import dev.zt.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who asks: the columns about the subject, its sign-in, its session and its workload identity. */
final class Subjects {
  /** What the tables say of named people elsewhere than in their columns. */
  private static final Map<String, String> CLEARANCES = Map.of("UserA", "high", "UserB", "low");

  private static final String NO_ID = "no_id";

  private Subjects() {}

  /**
   * The subject. Whoever has a stolen credential asks as its owner: they are told apart by their
   * sessions alone.
   *
   * @throws UnmappableRow for a kind of subject that the tables do not explain
   */
  static Entity of(Row row) {
    Entity subject = Entity.of(type(row), row.cell("user").orElse("requester"));
    Entity cleared =
        row.cell("user")
            .map(CLEARANCES::get)
            .map(level -> subject.with("clearance", level))
            .orElse(subject);
    return row.cell("user_profile").map(cleared::roles).orElse(cleared);
  }

  /** Whether the subject is a person with an identity to prove. */
  static boolean isIdentifiedPerson(Row row) {
    return type(row).equals("Person") && !row.cell("subject_type").equals(Optional.of(NO_ID));
  }

  /** Everything that is observed of the subject itself. */
  static List<Signal> signals(Row row, Party party, Instant now) {
    List<Signal> signals = new ArrayList<>();
    if (type(row).equals("Person")) {
      signals.add(identity(row, party, now));
      session(row, party, now).ifPresent(signals::add);
    }
    if (type(row).equals("Service")) {
      Place.in(row, party.place())
          .map(place -> Signal.of("workload").with("spiffe", place.spiffe("requester")))
          .ifPresent(signals::add);
    }
    row.flag("priv_provisioned")
        .map(provisioned -> privilege(provisioned, now))
        .ifPresent(signals::add);
    return signals;
  }

  private static String type(Row row) {
    Optional<String> who = row.cell("subject_type").or(() -> row.cell("endpoint_type"));
    return switch (who.orElse(Row.NOTHING)) {
      case "enterprise_id", "federated_id", NO_ID, "any", "USER" -> "Person";
      case "service", "RSS/Service" -> "Service";
      case "resource" -> "Host";
      case "enterprise", "byod", "guest" -> "Endpoint";
      default -> throw UnmappableRow.unknownText("subject_type", who.orElse(Row.NOTHING));
    };
  }

  private static Signal identity(Row row, Party party, Instant now) {
    Signal identity = Signal.of("identity").asOf(now);
    String subjectType = row.cell("subject_type").orElse("any");
    identity =
        switch (subjectType) {
          case "enterprise_id" -> identity.with("kind", "enterprise");
          case "federated_id" -> identity.with("kind", "federated");
          case NO_ID -> identity.with("kind", "guest");
          default -> identity;
        };
    Optional<Boolean> stolen = row.flag("cred_reported_stolen");
    if (stolen.isPresent()) {
      identity = identity.with("reported_stolen_at", stolen.get() ? reportedAt(row, now) : null);
    }
    Optional<Authentication> authentication = party.authentication(row);
    return isIdentifiedPerson(row) && authentication.isPresent()
        ? authentication.get().in(identity, now)
        : identity;
  }

  /**
   * When the credential was reported stolen. What a row reports is the last thing that happens in
   * it: where somebody attempts to sign in, that; where nobody does, the report itself, while a
   * session is live.
   */
  private static Instant reportedAt(Row row, Instant now) {
    boolean attempted =
        Party.in(row).stream()
            .flatMap(party -> party.authentication(row).stream())
            .anyMatch(Authentication::attempted);
    return attempted ? now.minus(Duration.ofHours(2)) : now;
  }

  private static Optional<Signal> session(Row row, Party party, Instant now) {
    if (!isIdentifiedPerson(row)) {
      return Optional.empty();
    }
    List<Instant> others =
        Party.in(row).stream()
            .filter(other -> !other.equals(party))
            .flatMap(other -> other.authentication(row).stream())
            .flatMap(authentication -> authentication.beginning(now).stream())
            .toList();
    return party
        .authentication(row)
        .flatMap(authentication -> authentication.beginning(now))
        .map(
            beginning ->
                Signal.of("session")
                    .with("id", row.id() + "/" + party.name())
                    .with("started_at", beginning)
                    .with("concurrent", others.size())
                    .with("second", others.stream().anyMatch(beginning::isAfter)));
  }

  private static Signal privilege(boolean provisioned, Instant now) {
    Signal privilege = Signal.of("privilege").asOf(now).with("provisioned", provisioned);
    return provisioned ? privilege.with("expires_at", now.plus(Duration.ofHours(1))) : privilege;
  }
}
