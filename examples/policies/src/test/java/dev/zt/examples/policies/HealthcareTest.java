package dev.zt.examples.policies;

import dev.zt.test.junit.PolicyTests;

@PolicyTests("healthcare")
final class HealthcareTest {}
