package dev.zt.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.dsl.Compilation;
import org.junit.jupiter.api.Test;

class RunTest {
  @Test
  void theSampleOfTheLanguageRuns() {
    Compilation compilation =
        Payroll.with(
            """
              read   => permit
              read   => deny                       with resource { department: "sales" }
              read   => challenge comply           with device { edr: infected }
              read   => challenge comply           with device unknown
              read   => restrict read_only, mask   with location { ip: "8.8.8.8" }
              export => deny by eu_only            with location { country: "US" }
              after 40d: read => challenge comply
            """);
    assertThat(compilation.errors()).isEmpty();
    assertThat(Payroll.results(compilation)).hasSize(7).containsOnly("passed");
  }
}
