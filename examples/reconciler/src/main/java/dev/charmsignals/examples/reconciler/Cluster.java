package dev.charmsignals.examples.reconciler;

import java.io.IOException;
import java.util.Collection;

/** The resources of this charm in its Kubernetes cluster: one for each related application. */
public interface Cluster {

  /** Returns whether the resource for an application is there. */
  boolean has(String application) throws IOException;

  /** Makes the resource for an application, or leaves it as it is. */
  void apply(String application) throws IOException;

  /** Deletes all resources but those for these applications. */
  void keepOnly(Collection<String> applications) throws IOException;
}
