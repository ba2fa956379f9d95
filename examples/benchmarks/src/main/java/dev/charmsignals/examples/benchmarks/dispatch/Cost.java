package dev.charmsignals.examples.benchmarks.dispatch;

/**
 * What one hook took.
 *
 * @param wall milliseconds from the start of its process to its end
 * @param cpu milliseconds of processor time, of all its processes together
 * @param memory MiB that the largest of its processes had in memory at once
 * @param processes how many hook commands it started as processes
 */
record Cost(double wall, double cpu, double memory, int processes) {}
