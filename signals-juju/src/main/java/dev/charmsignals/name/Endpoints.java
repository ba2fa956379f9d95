package dev.charmsignals.name;

import java.util.List;

/**
 * The endpoints that this charm's metadata declares.
 *
 * <p>Asked at start-up, when an author names an endpoint, and before a databag is touched, because
 * a peer relation has permissions of its own (contract §2.20).
 */
public interface Endpoints {

  /** Returns the names of all declared endpoints, in the order of the metadata. */
  List<String> names();

  /** Returns whether the endpoint is declared under {@code peers}; false for an undeclared one. */
  boolean isPeer(String endpoint);

  /**
   * Returns whether the endpoint is declared in this section of the metadata, such as {@code
   * requires}, and speaks this interface.
   */
  boolean isDeclared(String endpoint, String section, String interfaceName);

  /**
   * Checks that the endpoint is declared in this section and speaks this interface.
   *
   * @throws UndeclaredEndpointException saying what to declare
   */
  default void requireDeclared(String endpoint, String section, String interfaceName) {
    if (!isDeclared(endpoint, section, interfaceName)) {
      throw new UndeclaredEndpointException(endpoint, names(), section, interfaceName);
    }
  }

  /**
   * Checks that the endpoint is declared.
   *
   * @throws UndeclaredEndpointException naming those that are
   */
  default void requireDeclared(String endpoint) {
    List<String> declared = names();
    if (!declared.contains(endpoint)) {
      throw new UndeclaredEndpointException(endpoint, declared);
    }
  }
}
