package dev.zt.examples.policies;

import dev.zt.test.junit.PolicyTests;

@PolicyTests("byod")
final class ByodTest {}
