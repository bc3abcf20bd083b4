/** From the text of a policy file to its abstract syntax tree, or to errors that teach. */
@NullMarked
package dev.zt.dsl.syntax;

import org.jspecify.annotations.NullMarked;
