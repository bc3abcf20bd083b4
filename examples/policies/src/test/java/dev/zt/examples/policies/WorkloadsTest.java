package dev.zt.examples.policies;

import dev.zt.test.junit.PolicyTests;

@PolicyTests(value = "workloads", minRule = 100, minCondition = 95)
final class WorkloadsTest {}
