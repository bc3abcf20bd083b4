package acme;

import dev.zt.test.junit.PolicyTests;

@PolicyTests("mixed")
class MixedTest {}
