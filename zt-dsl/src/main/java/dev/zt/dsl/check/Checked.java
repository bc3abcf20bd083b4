package dev.zt.dsl.check;

import dev.zt.dsl.suite.TestSuite;
import dev.zt.policy.PolicySet;

/** What the files of a set came to: its policies, and the tests of them. */
public record Checked(PolicySet policies, TestSuite tests) {}
