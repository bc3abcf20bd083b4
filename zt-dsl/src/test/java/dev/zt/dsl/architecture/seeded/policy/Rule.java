package dev.zt.dsl.architecture.seeded.policy;

import dev.zt.dsl.architecture.seeded.engine.Engine;

/** Points upwards. */
public record Rule(Engine engine) {}
