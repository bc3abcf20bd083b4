package dev.zt.bench.contender;

import dev.zt.bench.workload.CoreApplication;
import dev.zt.bench.workload.Workload;
import java.time.Instant;
import org.springframework.expression.EvaluationContext;
import org.springframework.expression.Expression;
import org.springframework.expression.spel.SpelCompilerMode;
import org.springframework.expression.spel.SpelParserConfiguration;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.StandardEvaluationContext;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.ExpressionAuthorizationDecision;

/**
 * Spring Security's authorization manager around one expression in Spring's language, compiled to
 * bytecode, over the records of the hand-written code. Written for the core alone.
 */
final class SpringExpression implements Contender {
  private static final String CORE =
      """
      managed() and diskEncrypted() and firewall() and healthy()
      and score() >= 60 and osVersion() >= minimalVersion()
      and now() - mfaAt() <= 28800000
      and (not sensitive() or phishingResistant())
      and ((sameDepartment() and hasRole('manager'))
        or (reads() and (hasRole('auditor') or (sameDepartment() and hasRole('clerk')))))
      and fromEu() and not blocked() and (reads() or officeHours())
      """;

  @Override
  public String title() {
    return "Spring Security, SpEL";
  }

  @Override
  public boolean answers(String workload) {
    return workload.equals("core");
  }

  @Override
  public Answering prepare(Workload workload, Instant now) {
    CoreApplication application = (CoreApplication) workload.application();
    Expression expression =
        new SpelExpressionParser(
                new SpelParserConfiguration(
                    SpelCompilerMode.IMMEDIATE, SpringExpression.class.getClassLoader()))
            .parseExpression(CORE);
    EvaluationContext context = new StandardEvaluationContext();
    AuthorizationManager<CoreApplication.View> manager =
        (authentication, view) ->
            new ExpressionAuthorizationDecision(
                authentication.get().isAuthenticated()
                    && Boolean.TRUE.equals(expression.getValue(context, view, Boolean.class)),
                expression);
    CoreApplication.View[] views = new CoreApplication.View[Workload.QUESTIONS];
    for (int i = 0; i < views.length; i++) {
      views[i] = application.view(i, now);
    }
    return new SpringSecurity.Asking<>(manager, SpringSecurity.authentications(workload), views);
  }
}
