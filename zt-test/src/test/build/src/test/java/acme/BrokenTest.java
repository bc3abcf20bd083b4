package acme;

import dev.zt.test.junit.PolicyTests;

@PolicyTests("broken")
class BrokenTest {}
