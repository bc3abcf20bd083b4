package dev.zt.examples.policies;

import dev.zt.test.junit.PolicyTests;

@PolicyTests("workloads")
final class WorkloadsTest {}
