package dev.zt.bench.contender;

import dev.zt.engine.Evaluator;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** All contenders by the name that the command line knows. */
public final class Contenders {
  private static final Map<String, Contender> BY_NAME = new LinkedHashMap<>();

  static {
    BY_NAME.put("hand-written", new HandWritten(false));
    BY_NAME.put("hand-written-anew", new HandWritten(true));
    BY_NAME.put("zt-prepared", new Zt(Evaluator.COMPILED, Zt.Requests.PREPARED));
    BY_NAME.put("zt-requests", new Zt(Evaluator.COMPILED, Zt.Requests.REQUESTS));
    BY_NAME.put("zt-records", new Zt(Evaluator.COMPILED, Zt.Requests.RECORDS));
    BY_NAME.put("zt-maps", new Zt(Evaluator.COMPILED, Zt.Requests.MAPS));
    BY_NAME.put("zt-reference", new Zt(Evaluator.REFERENCE, Zt.Requests.PREPARED));
    BY_NAME.put("jcasbin", new JCasbin());
    BY_NAME.put("cel", new Cel());
    BY_NAME.put("cedar", new Cedar());
    BY_NAME.put("sapl", new Sapl(false));
    BY_NAME.put("sapl-time", new Sapl(true));
    BY_NAME.put("authzforce", new AuthzForce());
    BY_NAME.put("spring", new SpringSecurity());
    BY_NAME.put("spring-spel", new SpringExpression());
  }

  private Contenders() {}

  /** The names, in the order of tables. */
  public static Collection<String> names() {
    return BY_NAME.keySet();
  }

  /**
   * The contender of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Contender of(String name) {
    Contender contender = BY_NAME.get(name);
    if (contender == null) {
      throw new IllegalArgumentException("no contender is named " + name);
    }
    return contender;
  }
}
