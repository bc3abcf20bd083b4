package acme.expenses;

import dev.zt.test.junit.PolicyTests;

/** The tests in `policies`, and how good they must be. */
@PolicyTests(value = "policies", minRule = 100, minCondition = 95, minMutation = 95)
class PoliciesTest {}
