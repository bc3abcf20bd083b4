/** The rows of tests in files of their own: CSV and JSON, with the place of every cell. */
@NullMarked
package dev.zt.dsl.table;

import org.jspecify.annotations.NullMarked;
