package dev.zt.examples.policies;

import dev.zt.test.junit.PolicyTests;

@PolicyTests("three-tier")
final class ThreeTierTest {}
