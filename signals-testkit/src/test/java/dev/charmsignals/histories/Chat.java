package dev.charmsignals.histories;

import dev.charmsignals.log.Window;
import dev.charmsignals.signal.ObjectSignals;
import dev.charmsignals.signal.SignalSource;
import java.util.EnumMap;
import java.util.Map;

/** The signals of one endpoint, as one edition of the charm declares them. */
final class Chat extends ObjectSignals {

  private final Map<Name, SignalSource<Said>> byName = new EnumMap<>(Name.class);

  Chat(Window window, int edition) {
    window(window);
    for (Name name : Name.values()) {
      if (name.isIn(edition)) {
        SignalSource<Said> source = source(name.wire(), Said.class);
        if (!name.isRetained()) {
          source.transientOnly();
        }
        if (name == Name.FRAGILE) {
          source.retryThenPark(Name.ATTEMPTS);
        }
        byName.put(name, source);
      }
    }
  }

  Map<Name, SignalSource<Said>> byName() {
    return byName;
  }
}
