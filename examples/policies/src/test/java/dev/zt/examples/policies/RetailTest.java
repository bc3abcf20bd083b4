package dev.zt.examples.policies;

import dev.zt.test.junit.PolicyTests;

@PolicyTests("retail")
final class RetailTest {}
