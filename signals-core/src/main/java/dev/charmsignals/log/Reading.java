package dev.charmsignals.log;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a look at one remote unit's bag showed.
 *
 * @param header its header; empty when it has none, or none that this code can read
 * @param newer whether it speaks a newer wire format, and so counts as absent
 * @param problem what is wrong with its header or acks, without their text
 * @param acks how far it has read others
 * @param start where the cursor stands before the arrivals; empty without a header
 * @param arrivals what is new, in order
 */
public record Reading(
    Optional<Header> header,
    boolean newer,
    Optional<String> problem,
    SortedMap<StreamId, Long> acks,
    Optional<Cursor> start,
    List<Arrival> arrivals) {

  /** Copies the arrivals. */
  public Reading {
    arrivals = List.copyOf(arrivals);
  }
}
