package dev.zt.examples.policies;

import dev.zt.test.junit.PolicyTests;

@PolicyTests(value = "software-company", minRule = 100, minCondition = 95)
final class SoftwareCompanyTest {}
