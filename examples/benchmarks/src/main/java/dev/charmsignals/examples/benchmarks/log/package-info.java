/**
 * How fast the log is, against plain jackson-core on the same bytes.
 *
 * <p>Benchmarks of JMH, which makes the code around them; {@code BenchLog} runs them and compares.
 * Nothing of this is published.
 */
@NullMarked
package dev.charmsignals.examples.benchmarks.log;

import org.jspecify.annotations.NullMarked;
