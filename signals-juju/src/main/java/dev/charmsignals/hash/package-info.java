/**
 * What stands in charm state for something that may hold secrets. Imports no sibling; the clients
 * and providers of databases recognise by it what they said and heard last, the reconciler what it
 * started services with, and {@code legacy} what a bag said.
 */
@NullMarked
package dev.charmsignals.hash;

import org.jspecify.annotations.NullMarked;
