/** What an application says and hears: an authorizer, a request, a decision. */
@NullMarked
package dev.zt;

import org.jspecify.annotations.NullMarked;
