package dev.zt.dsl.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.dsl.PolicyCompiler;
import dev.zt.policy.Expr;
import dev.zt.policy.ExprText;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LetArgumentsTest {
  private static final String TYPES =
      "module t\n"
          + "entity User { tags: set<string> }\n"
          + "entity Doc { tags: set<string> actions read }\n";

  private static String meant(String lets, String condition) {
    String rule = "p: permit User to read Doc when " + condition;
    Expr when =
        PolicyCompiler.compile("row.zt", TYPES + lets + rule).orThrow().rules().get(0).when();
    return ExprText.resolved(Objects.requireNonNull(when));
  }

  @Test
  void anArgumentKeepsItsMeaningWhereTheLetHasAVariableOfTheSameName() {
    String tagged = "let tagged(x: string, s: set<string>) = any(t in s: t == x)\n";

    assertThat(meant(tagged, "any(t in subject.tags: tagged(t, resource.tags))"))
        .isEqualTo("any(t in subject.tags: any(t2 in resource.tags: t2 == t))");
    assertThat(meant(tagged, "any(u in subject.tags: tagged(u, resource.tags))"))
        .isEqualTo("any(u in subject.tags: any(t in resource.tags: t == u))");
  }

  @Test
  void anArgumentKeepsItsMeaningThroughTwoLets() {
    String lets =
        """
        let tagged(x: string, s: set<string>) = any(t in s: t == x)
        let both(x: string, y: string) = any(t in resource_tags: t == x and tagged(y, [t]))
        let resource_tags: set<string> = ["a"]
        """;

    assertThat(meant(lets, "any(t in subject.tags: both(t, t))"))
        .isEqualTo(
            "any(t in subject.tags: any(t2 in [\"a\"]: t2 == t and any(t3 in [t2]: t3 == t)))");
  }
}
