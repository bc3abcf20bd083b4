/** What policies mean, from their text to a decision, held by properties and by outside vectors. */
package dev.zt.conformance;
