package dev.charmsignals.bus;

import dev.charmsignals.log.StreamId;
import dev.charmsignals.name.RelationId;
import dev.charmsignals.name.UnitName;

/**
 * Where a signal came from, in the words of this unit's agent.
 *
 * @param relation the relation
 * @param emitter the unit that emitted it
 * @param application that unit's application
 * @param stream that unit's stream on the relation
 */
record Origin(RelationId relation, UnitName emitter, String application, StreamId stream) {}
