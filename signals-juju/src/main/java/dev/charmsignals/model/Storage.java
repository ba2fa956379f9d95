package dev.charmsignals.model;

import dev.charmsignals.hooktools.HookTools;
import dev.charmsignals.hooktools.ReportedStorage;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One storage of this unit; Juju is asked about it when that is first needed. */
public final class Storage {

  private final HookTools tools;
  private final String id;
  private @Nullable ReportedStorage reported;

  /** What a storage is. */
  public enum Kind {
    /** A directory. */
    FILESYSTEM,
    /** A device. */
    BLOCK
  }

  Storage(HookTools tools, String id) {
    this.tools = tools;
    this.id = id;
  }

  /** Returns Juju's id, such as {@code data/0}. */
  public String id() {
    return id;
  }

  /** Returns its name in the charm's metadata, such as {@code data}. */
  public String name() {
    int slash = id.indexOf('/');
    return slash < 0 ? id : id.substring(0, slash);
  }

  /** Returns what it is. */
  public Kind kind() {
    return reported().kind().equals("block") ? Kind.BLOCK : Kind.FILESYSTEM;
  }

  /** Returns the directory it is mounted at, or the device. */
  public Path location() {
    return reported().location();
  }

  /** Returns the id. */
  @Override
  public String toString() {
    return id;
  }

  private ReportedStorage reported() {
    ReportedStorage known = reported;
    if (known == null) {
      known = tools.storage().get(id);
      reported = known;
    }
    return known;
  }
}
