package dev.zt.examples.policies;

import dev.zt.test.junit.PolicyTests;

@PolicyTests("banking")
final class BankingTest {}
