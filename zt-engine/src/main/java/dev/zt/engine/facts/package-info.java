/** A request in slots: what an application gave, typed by what the policies declare. */
@NullMarked
package dev.zt.engine.facts;

import org.jspecify.annotations.NullMarked;
