package dev.zt.bench.model;

/** An entity by type and id. */
public record Reference(String type, String id) {}
