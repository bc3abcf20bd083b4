package dev.zt.examples.policies;

import dev.zt.test.junit.PolicyTests;

@PolicyTests("conditional-access")
final class ConditionalAccessTest {}
