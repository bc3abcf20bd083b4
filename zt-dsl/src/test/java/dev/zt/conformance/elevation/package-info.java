@org.jspecify.annotations.NullMarked
package dev.zt.conformance.elevation;
