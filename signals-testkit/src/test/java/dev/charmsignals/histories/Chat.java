package dev.charmsignals.histories;

import dev.charmsignals.log.Window;
import dev.charmsignals.signal.ObjectSignals;
import dev.charmsignals.signal.SignalSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The signals of one endpoint, as one edition of the charm declares them. */
final class Chat extends ObjectSignals {

  private final Map<Name, Line<? extends Said>> byName = new EnumMap<>(Name.class);

  Chat(Window window, int edition) {
    window(window);
    for (Name name : Name.values()) {
      if (name.isIn(edition)) {
        byName.put(name, name.isWideIn(edition) ? wide(name, edition) : narrow(name, edition));
      }
    }
  }

  private Line<Said.Narrow> narrow(Name name, int edition) {
    return new Line<>(declared(name, edition, Said.Narrow.class), Said.Narrow::new);
  }

  private Line<Said.Wide> wide(Name name, int edition) {
    return new Line<>(
        declared(name, edition, Said.Wide.class),
        (n, pad) -> new Said.Wide(n, pad, Optional.of(n)));
  }

  private <T extends Said> SignalSource<T> declared(Name name, int edition, Class<T> type) {
    SignalSource<T> source = source(name.wire(), type);
    if (!name.isRetainedIn(edition)) {
      source.transientOnly();
    }
    if (name == Name.FRAGILE) {
      source.retryThenPark(Name.ATTEMPTS);
    }
    return source;
  }

  Map<Name, Line<? extends Said>> byName() {
    return byName;
  }
}
