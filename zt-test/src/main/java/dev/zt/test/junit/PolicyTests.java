package dev.zt.test.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.platform.commons.annotation.Testable;

/**
 * Makes a class that is otherwise empty stand for the tests of a policy set.
 *
 * <pre>{@code
 * @PolicyTests("policies")
 * class PoliciesTest {}
 * }</pre>
 *
 * <p>Each {@code test} block is a container and each of its cases a test, with its sentence as its
 * name and its line in the policy file as its source. A case that cannot be run is skipped, with
 * the reason. Policies that are not found, do not compile or have no test are one failing test.
 */
@Testable
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface PolicyTests {
  /**
   * The folders and files that make up the policy set.
   *
   * <p>A relative path is looked for in the module's folder, which is the system property {@code
   * basedir} where a build sets it and the working directory elsewhere; then on the class path,
   * where it must not lie in a jar.
   */
  String[] value();

  /**
   * The least share of rules that decided in some case, in percent. More than 0 makes it a test of
   * its own, which fails where there is less.
   */
  double minRule() default 0;

  /**
   * The least share of conditions that decide their rule alone in a pair of cases, in percent. More
   * than 0 makes it a test of its own, which fails where there is less.
   */
  double minCondition() default 0;

  /**
   * The least share of small changes to the policies that some case notices, in percent. More than
   * 0 makes it a test of its own, which fails where there is less, with a case that would notice.
   */
  double minMutation() default 0;
}
