package dev.zt.examples.policies;

import dev.zt.test.junit.PolicyTests;

@PolicyTests(value = "three-tier", minRule = 100, minCondition = 95)
final class ThreeTierTest {}
