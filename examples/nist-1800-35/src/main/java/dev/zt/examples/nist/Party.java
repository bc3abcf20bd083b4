package dev.zt.examples.nist;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Somebody who asks in a row, and the columns that speak of them.
 *
 * @param name what the row calls them
 * @param signIn the column of their sign-in
 * @param place the column of where they are
 * @param outcome the column of what they are to get
 */
record Party(String name, String signIn, String place, String outcome) {
  /** Those who ask in a row: one, or where a credential was stolen the real and the hostile one. */
  static List<Party> in(Row row) {
    if (row.has("outcome")) {
      String place = row.has("subj_type") ? "subj_type" : "req_loc";
      return List.of(new Party("subject", "auth_user", place, "outcome"));
    }
    return Stream.of("real", "hostile")
        .map(name -> new Party(name, "auth_" + name, name + "_req_loc", "outcome_" + name))
        .filter(party -> row.has(party.outcome))
        .toList();
  }

  /**
   * How they stand with the sign-in; empty when nothing is known of one. A scenario without such a
   * column presupposes that people are signed in.
   */
  Optional<Authentication> authentication(Row row) {
    if (row.has("re_auth") && !row.title().contains("endpoint")) {
      return row.cell("re_auth").map(code -> Authentication.of("re_auth", code));
    }
    return row.has(signIn)
        ? row.cell(signIn).map(code -> Authentication.of(signIn, code))
        : Optional.of(Authentication.LIVE);
  }
}
