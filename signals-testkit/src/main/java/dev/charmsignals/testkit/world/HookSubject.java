package dev.charmsignals.testkit.world;

import java.util.OptionalInt;

/** What a run is about that neither its kind nor a relation says. */
public sealed interface HookSubject {

  /** A hook of the unit's life or of a relation is about nothing else. */
  HookSubject NOTHING = new Nothing();

  /** Nothing. */
  record Nothing() implements HookSubject {}

  /**
   * An action that an operator runs.
   *
   * @param name the action's name
   * @param id its task's number, such as {@code 4}
   */
  record Action(String name, String id) implements HookSubject {}

  /**
   * A secret.
   *
   * @param uri such as {@code secret:} and 20 letters and digits
   * @param label what this unit calls it; possibly empty
   * @param revision which revision, in expired and remove
   */
  record Secret(String uri, String label, OptionalInt revision) implements HookSubject {

    /** Returns the bare id. */
    public String id() {
      return uri.substring("secret:".length());
    }

    /** Returns the label, or the URI where there is none. */
    @Override
    public String toString() {
      String name = label.isEmpty() ? uri : label;
      return revision.isPresent() ? name + "/" + revision.getAsInt() : name;
    }
  }

  /**
   * A storage.
   *
   * @param id such as {@code data/0}
   * @param kind {@code block} or {@code filesystem}
   * @param location its device or directory
   */
  record Storage(String id, String kind, String location) implements HookSubject {

    /** Returns the name that the charm declares it under. */
    public String name() {
      return id.substring(0, id.indexOf('/'));
    }
  }

  /**
   * A container's readiness.
   *
   * @param container its name
   */
  record Container(String container) implements HookSubject {}

  /**
   * A notice in a container.
   *
   * @param container its name
   * @param id Pebble's number of the notice
   * @param type such as {@code custom}
   * @param key such as {@code example.com/backup}
   */
  record Notice(String container, String id, String type, String key) implements HookSubject {}

  /**
   * A health check in a container.
   *
   * @param container its name
   * @param check the check's name
   */
  record Check(String container, String check) implements HookSubject {}
}
