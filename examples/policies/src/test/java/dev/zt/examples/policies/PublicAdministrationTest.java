package dev.zt.examples.policies;

import dev.zt.test.junit.PolicyTests;

@PolicyTests("public-administration")
final class PublicAdministrationTest {}
