package dev.charmsignals.name;

import java.util.List;

/**
 * Everything that an author names and Juju has to know of beforehand: endpoints, actions, storages,
 * workload containers and resources. Asked at start-up, when an author names one.
 */
public interface Declarations extends Endpoints {

  /** Returns the names of all declared actions, in the order of the file. */
  List<String> actions();

  /** Returns the names of all declared storages, in the order of the metadata. */
  List<String> storages();

  /** Returns the names of all declared workload containers, in the order of the metadata. */
  List<String> containers();

  /** Returns the names of all declared resources, in the order of the metadata. */
  List<String> resources();

  /**
   * Checks that the action is declared.
   *
   * @throws UndeclaredNameException naming those that are
   */
  default void requireAction(String name) {
    UndeclaredNameException.Kind.ACTION.require(name, actions());
  }

  /**
   * Checks that the storage is declared.
   *
   * @throws UndeclaredNameException naming those that are
   */
  default void requireStorage(String name) {
    UndeclaredNameException.Kind.STORAGE.require(name, storages());
  }

  /**
   * Checks that the workload container is declared.
   *
   * @throws UndeclaredNameException naming those that are
   */
  default void requireContainer(String name) {
    UndeclaredNameException.Kind.CONTAINER.require(name, containers());
  }

  /**
   * Checks that the resource is declared.
   *
   * @throws UndeclaredNameException naming those that are
   */
  default void requireResource(String name) {
    UndeclaredNameException.Kind.RESOURCE.require(name, resources());
  }
}
