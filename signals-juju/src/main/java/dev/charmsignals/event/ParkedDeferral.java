package dev.charmsignals.event;

import java.time.Instant;

/**
 * An event that was deferred and will not be delivered any more. The log has it at WARNING, too.
 *
 * @param observer the name of the observer that put it off
 * @param event the event's name: the hook's, or an own event's such as {@code database/ready}
 * @param deferredAt when it was first put off
 * @param reason why it is not delivered, as part of a sentence
 */
public record ParkedDeferral(String observer, String event, Instant deferredAt, String reason) {}
