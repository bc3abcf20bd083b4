package dev.zt.examples.nist;

import dev.zt.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is asked from: the columns about the requesting endpoint and where it is. */
final class Endpoints {
  private Endpoints() {}

  /** Everything that is observed of the endpoint. */
  static List<Signal> signals(Row row, Party party, Instant now) {
    return Stream.of(Optional.of(device(row, now)), location(row, party))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Signal device(Row row, Instant now) {
    Signal device = Signal.of("device").asOf(now);
    Optional<String> owner = row.cell("endpoint_type").flatMap(Endpoints::owner);
    if (owner.isPresent()) {
      device = device.with("owner", owner.get());
    }
    Optional<Boolean> registered = row.flag("onboarded_registered");
    if (registered.isPresent()) {
      device = device.with("registered", registered.get());
    }
    Optional<Boolean> compliant = row.flag("endpoint_compliant");
    if (compliant.isPresent()) {
      device = device.with("compliant", compliant.get());
    }
    if (row.has("resource")) {
      device = device.with("open", Targets.open(row).map(open -> open.reference()).toList());
    }
    Optional<Authentication> authentication = authentication(row);
    return authentication.isPresent() ? authentication.get().in(device, now) : device;
  }

  private static Optional<String> owner(String endpointType) {
    return switch (endpointType) {
      case "enterprise", "resource" -> Optional.of("corporate");
      case "byod" -> Optional.of("personal");
      case "guest" -> Optional.of("visitor");
      case "USER", "RSS/Service" -> Optional.empty();
      default -> throw UnmappableRow.unknownText("endpoint_type", endpointType);
    };
  }

  /**
   * How the endpoint stands with its own authentication; empty when nothing is known of one. A
   * scenario of identified people without such a column presupposes that it is authenticated.
   */
  private static Optional<Authentication> authentication(Row row) {
    if (row.has("re_auth") && row.title().contains("endpoint")) {
      return row.cell("re_auth").map(code -> Authentication.of("re_auth", code));
    }
    for (String column : List.of("auth_endpoint", "auth_asset")) {
      if (row.has(column)) {
        return row.cell(column).map(code -> Authentication.of(column, code));
      }
    }
    return Subjects.isIdentifiedPerson(row) ? Optional.of(Authentication.LIVE) : Optional.empty();
  }

  private static Optional<Signal> location(Row row, Party party) {
    return Place.in(row, party.place())
        .map(place -> Signal.of("location").with("network", place.name()));
  }
}
