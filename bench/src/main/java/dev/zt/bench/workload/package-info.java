/** What is asked: policies with their questions, and the same decision written by hand. */
@NullMarked
package dev.zt.bench.workload;

import org.jspecify.annotations.NullMarked;
