package dev.zt.engine.authzen;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is asked for: the outside name, and the properties as fields of the action itself. */
record Action(String name, Map<String, @Nullable Object> fields) {}
