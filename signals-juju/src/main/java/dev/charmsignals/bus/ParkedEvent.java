package dev.charmsignals.bus;

import dev.charmsignals.model.Relation;
import dev.charmsignals.name.UnitName;

/**
 * A signal of a remote unit could not be delivered and has been put aside for good: its text is
 * broken, its name or content is unknown here, or its handlers failed as often as they may.
 *
 * @param emitter the unit that emitted it
 * @param relation the relation
 * @param stream its stream, 16 hex digits
 * @param sequence its number in that stream
 * @param reason why, without what the signal says
 * @param total how many signals this unit has parked on the endpoint so far
 */
public record ParkedEvent(
    UnitName emitter, Relation relation, String stream, long sequence, String reason, long total) {}
