package dev.charmsignals.testkit.world;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One storage as the controller holds it, with what the agent of its unit knows of it. */
final class Storage {

  private final String id;
  private final StorageSpec spec;
  private @Nullable Unit unit;
  private String location = "";
  private boolean told;
  private boolean detaching;

  Storage(String id, StorageSpec spec) {
    this.id = id;
    this.spec = spec;
  }

  String id() {
    return id;
  }

  StorageSpec spec() {
    return spec;
  }

  String location() {
    return location;
  }

  Optional<Unit> unit() {
    return Optional.ofNullable(unit);
  }

  boolean attachedTo(Unit candidate) {
    return candidate.equals(unit);
  }

  void attach(Unit to, String where) {
    unit = to;
    location = where;
    told = false;
    detaching = false;
  }

  /** It is to go; a unit that was never told of it loses it at once. */
  void detach() {
    detaching = true;
    if (!told) {
      gone();
    }
  }

  boolean detaching() {
    return detaching;
  }

  /** Returns whether storage-attached has run. */
  boolean told() {
    return told;
  }

  void tell() {
    told = true;
  }

  /** The unit has let go of it. */
  void gone() {
    unit = null;
    told = false;
    detaching = false;
  }
}
