package dev.zt.bench.contender;

import dev.zt.bench.model.Question;
import dev.zt.bench.workload.Application;
import dev.zt.bench.workload.Workload;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/** Spring Security's authorization manager around the code that is written by hand. */
final class SpringSecurity implements Contender {
  @Override
  public String title() {
    return "Spring Security, hand-written";
  }

  @Override
  public Answering prepare(Workload workload, Instant now) {
    Application application = workload.application();
    InstantSource clock = InstantSource.fixed(now);
    AuthorizationManager<Integer> manager =
        (authentication, question) ->
            new AuthorizationDecision(
                authentication.get().isAuthenticated() && application.permits(question, clock));
    return new Asking<>(manager, authentications(workload), questions());
  }

  private static Integer[] questions() {
    Integer[] questions = new Integer[Workload.QUESTIONS];
    for (int i = 0; i < questions.length; i++) {
      questions[i] = i;
    }
    return questions;
  }

  /** Who asks, with the roles as authorities. */
  static Authentication[] authentications(Workload workload) {
    return workload.questions().stream()
        .map(SpringSecurity::authentication)
        .toArray(Authentication[]::new);
  }

  private static Authentication authentication(Question question) {
    String[] roles =
        question.subject().roles() == null
            ? new String[0]
            : question.subject().roles().stream()
                .map(role -> "ROLE_" + role)
                .toArray(String[]::new);
    return UsernamePasswordAuthenticationToken.authenticated(
        question.subject().reference().id(), null, AuthorityUtils.createAuthorityList(roles));
  }

  /** A manager with the objects it is asked about. */
  static final class Asking<T> implements Answering {
    private final AuthorizationManager<T> manager;
    private final Supplier<Authentication>[] authentications;
    private final T[] objects;

    @SuppressWarnings({"unchecked", "rawtypes"}) // Arrays of suppliers.
    Asking(AuthorizationManager<T> manager, Authentication[] authentications, T[] objects) {
      this.manager = manager;
      this.authentications = new Supplier[authentications.length];
      for (int i = 0; i < authentications.length; i++) {
        Authentication authentication = authentications[i];
        this.authentications[i] = () -> authentication;
      }
      this.objects = objects;
    }

    @Override
    public Object decide(int question) {
      AuthorizationResult result = manager.authorize(authentications[question], objects[question]);
      if (result == null) {
        throw new IllegalStateException("the manager abstained");
      }
      return result;
    }

    @Override
    public boolean permits(Object answer) {
      return ((AuthorizationResult) answer).isGranted();
    }
  }
}
