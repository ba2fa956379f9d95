package dev.charmsignals.event;

import dev.charmsignals.hook.ActionHook;
import dev.charmsignals.hook.Hook;
import dev.charmsignals.logging.HookLog;

/**
 * Lines in the log, at DEBUG, in the words that charm authors' tools look for, such as {@code jhack
 * tail}. They cost nothing when that level is not written.
 */
final class EventLines {

  private String charm = "Charm";
  private long emitted;

  void charm(String name) {
    charm = name;
  }

  void emitting(Hook hook) {
    if (HookLog.isDebugging()) {
      HookLog.debug("Emitting Juju event ".concat(attribute(hook)).concat("."));
    }
  }

  void emitting(OwnEventSource<?> source) {
    emitted++;
    if (HookLog.isDebugging()) {
      write("Emitting custom event", source.type(), path(source.name()), emitted);
    }
  }

  void deferring(Observer observer, long number) {
    if (HookLog.isDebugging()) {
      write("Deferring", observer.type(), path(observer.event()), number);
    }
  }

  void offering(Observer observer, long number) {
    if (HookLog.isDebugging()) {
      write("Re-emitting deferred event", observer.type(), path(observer.event()), number);
    }
  }

  void skipping(Observer observer) {
    if (HookLog.isDebugging()) {
      HookLog.debug(
          "Skipping "
              + observer.event()
              + " for observer "
              + observer.name()
              + ", which has deferred the same already.");
    }
  }

  private void write(String what, Class<?> type, String path, long number) {
    HookLog.debug(
        what + " <" + className(type) + " via " + charm + "/" + path + "[" + number + "]>.");
  }

  /**
   * A hook's name as an attribute, such as {@code db_relation_changed} or {@code backup_action}.
   */
  private static String attribute(Hook hook) {
    String name =
        hook instanceof ActionHook action ? action.action().concat("-action") : hook.hookName();
    return name.replace('-', '_');
  }

  /** Where the event is found below the charm; an own event's name has its object's key in it. */
  private static String path(String event) {
    int slash = event.indexOf('/');
    String name = event.substring(slash + 1).replace('-', '_');
    return slash < 0 ? "on/" + name : event.substring(0, slash) + "/on/" + name;
  }

  private static String className(Class<?> type) {
    String name = type.getName();
    return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
  }
}
