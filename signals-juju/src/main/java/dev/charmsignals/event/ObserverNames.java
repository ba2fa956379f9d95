package dev.charmsignals.event;

import java.util.HashMap;
import java.util.Map;

/** All observers of a charm by their names; those without one get a number. */
final class ObserverNames {

  private final Map<String, Observer> byName = new HashMap<>();

  /** Returns the name of one more observer of an event that its author does not name. */
  String next(String event) {
    int number = 0;
    String name = event.concat("#0");
    while (byName.containsKey(name)) {
      name = event.concat("#").concat(Integer.toString(++number));
    }
    return name;
  }

  /**
   * Takes an observer in.
   *
   * @throws ObserverNameException when its name is taken or is none
   */
  void add(Observer observer) {
    if (observer.isNamed() && !PlainName.is(observer.name())) {
      throw ObserverNameException.malformed(observer.name());
    }
    Observer other = byName.putIfAbsent(observer.name(), observer);
    if (other != null) {
      throw ObserverNameException.taken(observer.name(), other.event(), observer.event());
    }
  }

  Map<String, Observer> all() {
    return byName;
  }
}
