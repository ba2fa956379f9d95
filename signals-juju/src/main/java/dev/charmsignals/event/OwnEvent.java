package dev.charmsignals.event;

/**
 * Something that an object of the charm tells other objects of it: a record, such as {@code record
 * DatabaseReady(String host) implements OwnEvent {}}.
 *
 * <p>It never leaves the unit. Its components follow the rules of a signal's, because an event that
 * is deferred is kept in charm state and made again: strings, numbers, booleans, enums, records,
 * and {@code Optional}, {@code List}, {@code Set} or {@code Map<String, …>} of these. Send no
 * secrets, send references to them.
 */
public interface OwnEvent {}
