package dev.charmsignals.bus;

import dev.charmsignals.model.Relation;
import dev.charmsignals.name.UnitName;

/**
 * Signals of a remote unit were gone before this unit could read them, because its window was full
 * or somebody had restored or spoilt its databag. What is still there follows, and where another
 * stream replaces the one that was spoilt, what is retained; an author who needs the rest asks for
 * it in whatever way the charms have agreed.
 *
 * @param emitter the unit that emitted them
 * @param relation the relation
 * @param stream its stream, 16 hex digits
 * @param from the number of the first missing signal
 * @param to the number of the last
 */
public record GapEvent(UnitName emitter, Relation relation, String stream, long from, long to) {}
