package dev.charmsignals.examples.benchmarks.log;

import dev.charmsignals.log.Appended;
import dev.charmsignals.log.Audience;
import dev.charmsignals.log.BagKeys;
import dev.charmsignals.log.Draft;
import dev.charmsignals.log.OutgoingLog;
import dev.charmsignals.log.StreamId;
import dev.charmsignals.log.Window;
import dev.charmsignals.signal.Emission;
import dev.charmsignals.signal.ObjectSignals;
import dev.charmsignals.signal.SignalBinding;
import dev.charmsignals.signal.SignalSource;
import dev.charmsignals.signal.SignalTarget;
import java.time.Instant;
import java.util.Optional;

/** The signals of these benchmarks, bound to a stream that begins anew with each of them. */
final class Reports extends ObjectSignals implements SignalBinding {

  static final Instant AT = Instant.parse("2026-01-31T12:00:00Z");
  static final StreamId EMITTER = StreamId.of(0x0123456789abcdefL);
  static final StreamId SELF = StreamId.of(0x00fedcba98765432L);

  final SignalSource<Report> report = source(Report.class);
  private OutgoingLog written = OutgoingLog.empty(EMITTER, 0, Window.DEFAULT);

  Reports() {
    bind(this);
  }

  /** Returns the text of an entry, by way of all that an emission goes through. */
  String entry(Report signal) {
    report.emit(signal);
    return written.bag().getOrDefault(BagKeys.entry(written.head()), "");
  }

  @Override
  public Emission emit(SignalSource<?> source, String snapshot, Optional<SignalTarget> target) {
    Draft draft = new Draft(source.name(), snapshot, AT, true, true);
    Appended appended =
        OutgoingLog.empty(EMITTER, 0, Window.DEFAULT)
            .append(draft, Window.DEFAULT, Audience.NOBODY);
    written = appended.log();
    return new Emission.Written(1, 0);
  }
}
