package dev.zt.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.dsl.Compilation;
import dev.zt.dsl.PolicyCompiler;
import org.junit.jupiter.api.Test;

/** Nobody has been granted anything in a test, and its cases run. */
class ElevationCasesTest {
  private static final String POLICIES =
      """
      module lent

      role "nurse"
      entity Person { ward: string }
      entity Record { ward: string  actions read, print }

      everybody:
      permit Person to read Record

      elevation break_glass permits role "nurse" to print Record
        when subject.ward == resource.ward
        for at most 1h

      copies:
      restrict anyone to read Record
        when break_glass.active
        with watermark
      """;

  @Test
  void casesOfElevationsDecideWithoutGrants() {
    Compilation compilation =
        PolicyCompiler.compile(
            "lent.zt",
            POLICIES
                + """

                test "nothing is granted" {
                  given subject Person "nina" { ward: "a", roles: ["nurse"] }
                  given resource Record "r" { ward: "a" }

                  print => challenge elevate
                  print => challenge elevate("lent.break_glass") by break_glass
                  print => deny                      with resource { ward: "b" }
                  print => deny                      with subject { roles: [] }
                  read  => permit
                }
                """);
    assertThat(compilation.errors()).isEmpty();
    assertThat(Payroll.results(compilation)).hasSize(5).containsOnly("passed");
  }
}
