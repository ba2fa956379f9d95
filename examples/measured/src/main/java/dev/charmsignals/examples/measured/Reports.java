package dev.charmsignals.examples.measured;

import dev.charmsignals.signal.ObjectSignals;
import dev.charmsignals.signal.SignalSource;

/** What the reporting unit says, and what a measured charm answers. */
public final class Reports extends ObjectSignals {

  /** Told by the reporting unit. */
  public final SignalSource<Report> report = source(Report.class);

  /** Told by a charm that answers. */
  public final SignalSource<Answer> answer = source(Answer.class);
}
