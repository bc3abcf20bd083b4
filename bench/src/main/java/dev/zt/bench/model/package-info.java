/** Policies and questions in a neutral form, from which every contender's own form is made. */
@NullMarked
package dev.zt.bench.model;

import org.jspecify.annotations.NullMarked;
