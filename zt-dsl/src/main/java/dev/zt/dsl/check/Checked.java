package dev.zt.dsl.check;

import dev.zt.dsl.suite.TestSuite;
import dev.zt.policy.PolicySet;

/**
 * What the files of a set came to: its policies, and the tests of them.
 *
 * @param lint looks for what is hardly meant, which is to happen once, and adds it to the
 *     diagnostics of the check
 */
public record Checked(PolicySet policies, TestSuite tests, Runnable lint) {}
