package dev.zt.conformance;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Random conditions over {@link SampleSchema}, of every kind of operator, in which {@code known}
 * and {@code default} do not occur.
 */
final class Conditions {
  private Conditions() {}

  private static final Arbitrary<String> ORDER = Arbitraries.of("<", "<=", ">", ">=", "==", "!=");
  private static final Arbitrary<String> EQUALITY = Arbitraries.of("==", "!=");

  private static final List<String> INTS =
      List.of("subject.level", "context.n", "resource.size", "subject.manager.level");
  private static final List<String> INT_CONSTANTS = List.of("0", "1", "2", "3", "-1");
  private static final List<String> TEXTS =
      List.of("subject.dept", "resource.dept", "subject.id", "action.name", "location.city");
  private static final List<String> TEXT_CONSTANTS =
      List.of("\"a\"", "\"b\"", "\"ab\"", "\"read\"");
  private static final List<String> TIERS =
      List.of("subject.tier", "resource.tier", "subject.manager.tier");
  private static final List<String> TIMES =
      List.of("now", "subject.started", "resource.expires", "identity.mfa_at", "opening");
  private static final List<String> DURATIONS =
      List.of(
          "identity.mfa_age",
          "identity.auth_age",
          "subject.tenure",
          "resource.expires - now",
          "now - subject.started",
          "identity.mfa_age + 5m",
          "identity.mfa_age - identity.auth_age",
          "15m",
          "1h");
  private static final List<String> SETS =
      List.of("subject.tags", "resource.tags", "subject.roles");
  private static final List<String> SET_CONSTANTS =
      List.of("[]", "[\"a\"]", "[\"a\", \"b\"]", "[\"c\"]");
  private static final List<String> SCHEDULES =
      List.of(
          "Mon-Fri 08:00-18:00 Europe/Berlin",
          "daily 22:00-06:00 UTC",
          "Sun 01:30-03:30 Europe/Berlin; Mon 09:00-09:10 UTC");
  private static final List<String> FIXED =
      List.of(
          "true",
          "false",
          "device.managed",
          "device.attested",
          "device.jailbroken",
          "trusted",
          "owns(subject, resource)",
          "action.soft",
          "device.edr == healthy",
          "identity.sign_in_risk >= medium",
          "device.os_version >= \"14.2\"",
          "device.patch_age <= 30d",
          "device.risk < high",
          "location.country in europe",
          "location.country not in [\"US\", \"GB\"]",
          "location.ip in [\"10.0.0.0/8\", \"2001:db8::/32\"]",
          "location.speed > 900km/h",
          "context.ratio * 2 >= 0.5",
          "context.address == subject.home",
          "context.address.country == \"DE\"",
          "subject.home.street == \"a\"",
          "resource.colour == red",
          "resource.colour in [green, blue]",
          "resource.owner == subject",
          "resource.owner.manager == subject",
          "resource.owner.tier >= subject.tier",
          "subject in Team \"t1\"",
          "subject in resource.readers",
          "subject in [Team \"t1\", Org \"o1\"]",
          "resource in Folder \"f1\"",
          "resource is Doc",
          "Team \"t1\" in ancestors(subject)",
          "role \"reader\"",
          "role \"admin\"",
          "group \"g1\"",
          "segment web",
          "subject.ends is none",
          "subject.ends is none or now < subject.ends",
          "score < 50",
          "score >= 30",
          "score == 40",
          "lend.active",
          "size(subject.tags) > 1",
          "lower(subject.dept) == \"a\"",
          "subject.dept starts with \"a\"",
          "resource.dept ends with \"b\"",
          "subject.dept matches \"a*\"",
          "workload.spiffe matches \"spiffe://t.example/**\"",
          "action.name in subject.tags",
          "subject.dept in [\"a\", resource.dept]",
          "subject.level + 9_223_372_036_854_775_807 > 0",
          "any(t in subject.tags: t == \"a\" or t == resource.dept)",
          "all(t in resource.tags: t != \"c\")",
          "any(r in resource.readers: r.lead == subject)",
          "identity.methods contains any [\"otp\", \"hwk\"]");

  private static Arbitrary<String> compared(
      List<String> left, Arbitrary<String> operator, List<String> right) {
    return Combinators.combine(Arbitraries.of(left), operator, Arbitraries.of(right))
        .as((a, op, b) -> a + " " + op + " " + b);
  }

  /** One atomic condition. */
  static Arbitrary<String> atoms() {
    return atoms(FIXED);
  }

  private static Arbitrary<String> atoms(List<String> fixed) {
    return Arbitraries.frequencyOf(
        Tuple.of(6, Arbitraries.of(fixed)),
        Tuple.of(2, compared(INTS, ORDER, INT_CONSTANTS)),
        Tuple.of(1, compared(INTS, ORDER, INTS)),
        Tuple.of(2, compared(TEXTS, EQUALITY, TEXT_CONSTANTS)),
        Tuple.of(1, compared(TEXTS, EQUALITY, TEXTS)),
        Tuple.of(1, compared(TIERS, ORDER, List.of("Tier.low", "Tier.mid"))),
        Tuple.of(2, compared(TIMES, ORDER, TIMES)),
        Tuple.of(2, compared(DURATIONS, ORDER, DURATIONS)),
        Tuple.of(
            1,
            compared(
                SETS,
                Arbitraries.of("contains any", "contains all", "==", "!="),
                SET_CONSTANTS.subList(1, 4))),
        Tuple.of(1, compared(SETS, Arbitraries.of("contains"), TEXT_CONSTANTS)),
        Tuple.of(1, compared(TEXTS, Arbitraries.of("in"), SET_CONSTANTS)),
        Tuple.of(1, compared(TEXTS, Arbitraries.of("in"), SETS)),
        Tuple.of(1, Arbitraries.of(SCHEDULES).map(schedule -> "now in \"" + schedule + "\"")));
  }

  /** Conditions of up to three levels. */
  static Arbitrary<String> any() {
    return Arbitraries.recursive(Conditions::atoms, Conditions::composed, 0, 3);
  }

  /** As {@link #any()}, with atoms beside the common ones, each as often as one of those. */
  static Arbitrary<String> anyWith(List<String> more) {
    List<String> fixed = new ArrayList<>(FIXED);
    fixed.addAll(more);
    return Arbitraries.recursive(() -> atoms(fixed), Conditions::composed, 0, 3);
  }

  private static Arbitrary<String> composed(Arbitrary<String> part) {
    Arbitrary<String> several =
        Combinators.combine(Arbitraries.of(" and ", " or "), part.list().ofMinSize(2).ofMaxSize(3))
            .as((connective, parts) -> "(" + String.join(connective, parts) + ")");
    Arbitrary<String> negated = part.map(inner -> "not (" + inner + ")");
    return Arbitraries.frequencyOf(Tuple.of(3, several), Tuple.of(1, negated), Tuple.of(2, part));
  }
}
