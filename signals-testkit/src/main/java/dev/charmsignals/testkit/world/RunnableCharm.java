package dev.charmsignals.testkit.world;

import java.nio.file.Path;

/** A charm as an operator deploys it: what it declares, and how a unit gets its copy. */
public interface RunnableCharm {

  /** Returns what the charm declares. */
  CharmMetadata metadata();

  /**
   * Replaces a unit's pod, and so its files; what it unpacks afterwards is unpacked into nothing.
   *
   * @param unit the unit's name, such as {@code panel/0}
   */
  default void replacePod(String unit) {}

  /**
   * Unpacks the charm for one unit: when the unit is added, at every refresh, and in every new pod.
   *
   * @param unit the unit's name, such as {@code panel/0}
   * @return what runs that unit's hooks
   */
  HookProgram unpack(String unit);

  /**
   * Makes a storage for a unit and returns where it is.
   *
   * @param storage its id, such as {@code data/0}
   * @param wanted where the charm wants it; possibly empty
   */
  default String storageLocation(String unit, String storage, String wanted) {
    return wanted.isEmpty() ? "/var/lib/juju/storage/" + storage : wanted;
  }

  /**
   * Downloads a resource to a unit and returns where it is.
   *
   * @param file what an operator has attached
   */
  default Path fetch(String unit, ResourceSpec resource, Path file) {
    return file;
  }
}
