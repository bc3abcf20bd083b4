package acme;

import dev.zt.test.junit.PolicyTests;

@PolicyTests("absent")
class AbsentTest {}
