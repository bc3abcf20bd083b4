package dev.zt.examples.nist;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where somebody asks from, or where something runs. */
record Place(String name) {
  private static final Set<String> AT_A_PROVIDER = Set.of("cloud", "iaas", "paas", "saas");

  /**
   * The place in a cell, in small letters and with an underscore for anything else: {@code
   * remote_(iaas)} is {@code remote_iaas}. Empty when the cell says nothing.
   */
  static Optional<Place> in(Row row, String column) {
    return row.cell(column)
        .map(text -> text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_"))
        .map(text -> text.replaceAll("^_|_$", ""))
        .map(Place::new);
  }

  /** The workload identity of a service that runs here, issued by whoever runs the place. */
  String spiffe(String service) {
    boolean atProvider = AT_A_PROVIDER.contains(name.substring(name.lastIndexOf('_') + 1));
    return "spiffe://"
        + (atProvider ? "cloud.example" : "enterprise.example")
        + "/"
        + name
        + "/"
        + service;
  }
}
