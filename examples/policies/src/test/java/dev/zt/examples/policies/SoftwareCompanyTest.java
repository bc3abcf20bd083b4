package dev.zt.examples.policies;

import dev.zt.test.junit.PolicyTests;

@PolicyTests("software-company")
final class SoftwareCompanyTest {}
