package dev.zt.test.mutation;

import java.util.List;
import java.util.stream.Stream;

/** Policies with tests that miss one kind of change each. */
final class Weak {
  private static final String TYPES =
      """
      module weak

      role "clerk"
      role "manager" includes "clerk"

      enum Level { low < middle < high }

      entity Person { department: string  grade: int }
      entity Guest { }
      entity Paper { department: string  level: Level  actions read, write }
      entity Note { actions read, write }

      """;

  private Weak() {}

  /** A kind, the rules without a test that notices it, and the tests that do not. */
  record Example(MutationKind kind, String rules, String tests) {
    String policy() {
      return TYPES + rules + "\n" + tests;
    }

    @Override
    public String toString() {
      return kind.toString();
    }
  }

  static Stream<Example> examples() {
    return List.of(
        example(
            MutationKind.DROP_RULE,
            """
                readers: permit Person to read Paper
                no_strangers: forbid Person to read Paper when subject.department == "visitors"
                """,
            "read => permit"),
        example(
            MutationKind.DROP_CONJUNCT,
            """
                readers: permit Person to read Paper
                  when subject.department == resource.department and subject.grade == 5
                """,
            "read => permit",
            "read => deny with subject { grade: 1 }"),
        example(
            MutationKind.NEGATE_ATOM,
            """
                readers: permit Person to read Paper
                  when subject.department == resource.department or subject.grade == 5
                """,
            "read => permit"),
        example(
            MutationKind.SWAP_CONNECTIVE,
            """
                readers: permit Person to read Paper
                  when subject.department == resource.department and subject.grade == 5
                """,
            "read => permit",
            "read => deny with subject { department: \"x\", grade: 1 }"),
        example(
            MutationKind.SWAP_BOUND,
            "readers: permit Person to read Paper when subject.grade <= 7\n",
            "read => permit",
            "read => deny with subject { grade: 9 }"),
        example(
            MutationKind.MOVE_THRESHOLD,
            "readers: permit Person to read Paper when identity.mfa_age <= 15m\n",
            "read => permit with identity { mfa_age: 15m }",
            "read => deny with identity { mfa_age: 17m }"),
        example(
            MutationKind.DROP_ELEMENT,
            """
                readers: permit Person to read Paper when subject.department in ["hr", "it", "law"]
                """,
            "read => permit",
            "read => permit with subject { department: \"it\" }",
            "read => deny with subject { department: \"x\" }"),
        example(
            MutationKind.SHADOW_FORBID,
            """
                readers: permit Person to read Paper
                no_strangers: forbid Person to read Paper when subject.department == "visitors"
                """,
            "read => permit"),
        example(
            MutationKind.WEAKEN_ELSE,
            """
                readers: permit Person to read Paper
                second: require identity.phishing_resistant to read Paper else challenge mfa
                """,
            "read => permit with identity { phishing_resistant: true }"),
        example(
            MutationKind.WIDEN_SCOPE,
            "readers: permit role \"manager\" to read Paper\n",
            "read => permit",
            "write => deny",
            "read => deny with subject { roles: [] }"),
        example(
            MutationKind.REMOVE_FRESH,
            """
                extend signal device fresh 10m { }
                readers: permit Person to read Paper when device.managed
                """,
            "read => permit with device { managed: true, as_of: \"2026-03-02T08:59:00Z\" }",
            "read => deny with device { managed: false, as_of: \"2026-03-02T08:59:00Z\" }",
            "read => deny"),
        example(
            MutationKind.SWAP_GUARD,
            """
                readers: permit Person to read Paper
                no_strangers: forbid Person to read Paper when subject.department == "visitors"
                """,
            "write => deny"))
        .stream();
  }

  private static Example example(MutationKind kind, String rules, String... cases) {
    String tests =
        """
        test "weak" {
          given now "2026-03-02T09:00:00Z"
          given subject Person "ann" { department: "hr", grade: 5, roles: ["manager"] }
          given resource Paper "p1" { department: "hr", level: low }
        """
            + Stream.of(cases).map(each -> "  " + each + "\n").reduce("", String::concat)
            + "}\n";
    return new Example(kind, rules, tests);
  }
}
