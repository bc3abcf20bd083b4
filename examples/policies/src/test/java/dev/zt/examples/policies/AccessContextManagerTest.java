package dev.zt.examples.policies;

import dev.zt.test.junit.PolicyTests;

@PolicyTests("access-context-manager")
final class AccessContextManagerTest {}
