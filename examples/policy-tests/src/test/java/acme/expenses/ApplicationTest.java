package acme.expenses;

import static dev.zt.test.assertion.PolicyAssertions.assertThat;

import dev.zt.Authorizer;
import dev.zt.Entity;
import dev.zt.EntityRef;
import dev.zt.Request;
import dev.zt.Signal;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.engine.Engine;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the application builds of its own data, decided by the policies that it ships. */
class ApplicationTest {
  private final Authorizer authorizer =
      Engine.builder(PolicyCompiler.compile(shipped()).orThrow()).enforces("mask").build();

  @Test
  void aClaimIsReadByItsOwner() {
    assertThat(authorizer)
        .permits(read("ann").with(Signal.of("location").with("ip", "10.1.2.3")))
        .because("acme.expenses.own_claims");
  }

  @Test
  void whatIsNotKnownOfThePlaceMasksTheAccount() {
    assertThat(authorizer)
        .restricts(read("ann"))
        .with("mask", Map.of("field", "iban"))
        .withUnknown("location.ip");
  }

  @Test
  void nobodyReadsTheClaimOfSomebodyElse() {
    assertThat(authorizer).denies(read("joe")).byDefault();
  }

  /** The policies as the jar carries them, without their tests. */
  private static Path shipped() {
    return Path.of(URI.create(ApplicationTest.class.getResource("/policies").toString()));
  }

  private static Request read(String person) {
    return Request.of(
        Entity.of("Person", person).with("department", "sales").roles("employee"),
        "read",
        Entity.of("Claim", "c1")
            .with("owner", EntityRef.of("Person", "ann"))
            .with("department", "sales")
            .with("amount", new BigDecimal("120.50"))
            .with("state", "submitted"));
  }
}
