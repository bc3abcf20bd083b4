package dev.zt.engine.facts;

/** What became of a request when it was read under a layout, before anything else is asked. */
public sealed interface Claim permits BoundRequest, Binding.Undeclared {}
