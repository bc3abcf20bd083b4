package dev.zt.test.junit.selected;

import dev.zt.test.junit.PolicyTests;

/** Runs through the platform as it is, found by its annotation. */
@PolicyTests("on-the-class-path")
class SelectedTest {}
