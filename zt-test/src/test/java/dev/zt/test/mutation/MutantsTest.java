package dev.zt.test.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.dsl.Compilation;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.policy.Elevation;
import dev.zt.policy.Expr;
import dev.zt.policy.ExprParts;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MutantsTest {
  private static final String FILE = "everything.zt";
  private static final Compilation EVERYTHING = PolicyCompiler.compile(FILE, text());
  private static final List<Mutant> MUTANTS =
      Mutants.of(EVERYTHING.orThrow(), EVERYTHING.sources());

  private static String text() {
    try (InputStream in = MutantsTest.class.getResourceAsStream(FILE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Test
  void thereAreMutantsOfEveryKind() {
    assertThat(MUTANTS.stream().map(Mutant::kind).collect(Collectors.toSet()))
        .isEqualTo(EnumSet.allOf(MutationKind.class));
  }

  @Test
  void theChangedTextCompilesToTheMutant() {
    List<String> wrong = new ArrayList<>();
    for (Mutant mutant : MUTANTS) {
      Compilation changed = PolicyCompiler.compile(FILE, mutant.text());
      if (changed.policies().isEmpty()) {
        wrong.add(mutant + " does not compile:\n" + mutant.diff() + "\n" + changed.report());
      } else if (!flat(changed.orThrow()).equals(flat(mutant.applyTo(EVERYTHING.orThrow())))) {
        wrong.add(mutant + " is another set than its text:\n" + mutant.diff());
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(MUTANTS).hasSizeGreaterThan(150);
  }

  @Test
  void everyMutantIsAnotherPolicySet() {
    String version = EVERYTHING.orThrow().version();
    assertThat(MUTANTS)
        .noneMatch(each -> each.applyTo(EVERYTHING.orThrow()).version().equals(version));
  }

  @Test
  void noTwoMutantsAreAlike() {
    Set<String> texts = MUTANTS.stream().map(Mutant::text).collect(Collectors.toSet());
    assertThat(texts).hasSameSizeAs(MUTANTS);
  }

  @Test
  void aLetIsChangedWhereItIsWrittenForAllRulesThatUseIt() {
    List<Mutant> trusted =
        MUTANTS.stream()
            .filter(each -> each.diff().before().get(0).startsWith("let trusted_device"))
            .filter(each -> each.kind() == MutationKind.DROP_CONJUNCT)
            .toList();
    assertThat(trusted).hasSize(2);
    assertThat(trusted)
        .allSatisfy(
            each ->
                assertThat(each.rules())
                    .containsExactly("everything.trusted_devices", "everything.untrusted"));
  }

  @Test
  void aLetWithParametersIsChangedInAllItsUses() {
    assertThat(MUTANTS)
        .filteredOn(each -> each.diff().before().get(0).startsWith("let owns("))
        .isNotEmpty()
        .allSatisfy(
            each ->
                assertThat(each.rules())
                    .containsExactly("everything.no_owners", "everything.owners"));
  }

  @Test
  void aThresholdMovesByTheUnitThatIsWritten() {
    assertThat(diffs(MutationKind.MOVE_THRESHOLD))
        .contains("require identity.mfa_age <= 16m", "require identity.mfa_age <= 14m")
        .anyMatch(line -> line.contains(">= \"14.3\""))
        .anyMatch(line -> line.contains("> 2.6"))
        .anyMatch(line -> line.contains("< 61"))
        .anyMatch(line -> line.contains(">= restricted"));
  }

  @Test
  void whatLooksAtTheUnknownIsNotTurnedAround() {
    assertThat(diffs(MutationKind.NEGATE_ATOM)).noneMatch(line -> line.contains("when known("));
    assertThat(MUTANTS)
        .noneMatch(
            each ->
                each.kind() == MutationKind.SWAP_GUARD
                    && each.rules().contains("everything.unproven"));
  }

  @Test
  void shadowRulesStayAsTheyAre() {
    assertThat(MUTANTS).noneMatch(each -> each.rules().contains("everything.tried_out"));
  }

  @Test
  void aDroppedRuleTakesItsAnnotationsAndCommentAlong() {
    assertThat(MUTANTS)
        .filteredOn(each -> each.kind() == MutationKind.DROP_RULE)
        .filteredOn(each -> each.rules().contains("everything.owners"))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.diff().after()).isEmpty();
              assertThat(each.diff().before())
                  .startsWith("/// Whoever owns it.", "@control(\"A.5.15\")", "owners:");
            });
  }

  private static List<String> diffs(MutationKind kind) {
    return MUTANTS.stream()
        .filter(each -> each.kind() == kind)
        .map(each -> each.diff().after().get(0).strip())
        .toList();
  }

  /**
   * The set with connectives of one kind in one: which of them stand in parentheses is no matter.
   */
  private static PolicySet flat(PolicySet policies) {
    Rewriting flattening = new Rewriting(MutantsTest::flat);
    List<Rule> rules = policies.rules().stream().map(flattening::of).toList();
    List<Elevation> elevations = policies.elevations().stream().map(flattening::of).toList();
    return new PolicySet(
        policies.schema(), rules, elevations, policies.behaviors(), policies.openPlaces());
  }

  private static Expr flat(Expr expr) {
    if (expr instanceof Expr.And) {
      return new Expr.And(operands(expr), expr.span());
    }
    return expr instanceof Expr.Or ? new Expr.Or(operands(expr), expr.span()) : null;
  }

  private static List<Expr> operands(Expr connective) {
    List<Expr> operands = new ArrayList<>();
    for (Expr each : ExprParts.of(connective)) {
      if (each.getClass() == connective.getClass()) {
        operands.addAll(operands(each));
      } else {
        operands.add(new Rewriting(MutantsTest::flat).of(each));
      }
    }
    return operands;
  }
}
