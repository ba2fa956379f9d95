package dev.charmsignals.testkit.world;

import java.util.OptionalInt;

/** What a run is about that neither its kind nor a relation says. */
public sealed interface HookSubject {

  /** A hook of the unit's life or of a relation is about nothing else. */
  HookSubject NOTHING = new Nothing();

  /** Returns what the hook's name begins with, if with anything. */
  default String prefix() {
    return "";
  }

  /** Returns in a word which one it is, where the hook's name does not say it. */
  default String about() {
    return "";
  }

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

    /** Returns the label, or the URI where there is none, and the revision. */
    @Override
    public String about() {
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
    @Override
    public String prefix() {
      return id.substring(0, id.indexOf('/'));
    }

    @Override
    public String about() {
      return id;
    }
  }

  /**
   * A container that can be reached.
   *
   * @param container its name
   */
  record Container(String container) implements HookSubject {

    @Override
    public String prefix() {
      return container;
    }
  }

  /**
   * A notice in a container.
   *
   * @param container its name
   * @param id Pebble's number of the notice
   * @param type such as {@code custom}
   * @param key such as {@code example.com/backup}
   */
  record Notice(String container, String id, String type, String key) implements HookSubject {

    @Override
    public String prefix() {
      return container;
    }

    @Override
    public String about() {
      return key;
    }
  }

  /**
   * A health check in a container.
   *
   * @param container its name
   * @param check the check's name
   */
  record Check(String container, String check) implements HookSubject {

    @Override
    public String prefix() {
      return container;
    }

    @Override
    public String about() {
      return check;
    }
  }
}
