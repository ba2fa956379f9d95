package dev.charmsignals.reconciler;

import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.model.Status;

/**
 * Holds back what depends on it unless the charm is deployed to the model of one name, for software
 * that cannot be elsewhere. Does nothing by itself.
 */
public final class ModelNameGate implements Component {

  private final String name;
  private final CharmContext context;
  private final String modelName;

  /** Creates it, for {@link Reconciler#add}. */
  public ModelNameGate(String name, CharmContext context, String modelName) {
    this.name = name;
    this.context = context;
    this.modelName = modelName;
  }

  @Override
  public String name() {
    return name;
  }

  /** Returns active in the right model, and blocked elsewhere. */
  @Override
  public Status status() {
    return context.modelName().orElse("").equals(modelName)
        ? Status.active()
        : Status.blocked("Charm must be deployed to model named " + modelName);
  }
}
