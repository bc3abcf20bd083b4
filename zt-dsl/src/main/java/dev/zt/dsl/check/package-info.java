/** From the syntax tree to the typed policy set: names, types, and what each rule means. */
@NullMarked
package dev.zt.dsl.check;

import org.jspecify.annotations.NullMarked;
