package dev.charmsignals.examples.measured;

import static dev.charmsignals.model.Status.active;
import static dev.charmsignals.model.Status.blocked;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.charm.CharmMain;
import dev.charmsignals.model.Status;
import dev.charmsignals.reconciler.Component;
import dev.charmsignals.reconciler.Reconciler;

/** Greets whom config names, and shows the worse of its two duties. */
public final class StewardCharm extends Charm {

  private final Duties duties = new Duties(context());

  /** Called by {@link CharmMain} for every hook. */
  public StewardCharm(CharmContext context) {
    super(context);
    Component greeting = new Duty("greeting", duties.greeting, this::greet);
    Component check = new Duty("check", duties.check, () -> active());
    Reconciler reconciler = new Reconciler(context);
    reconciler.add(greeting);
    reconciler.add(check).dependsOn(greeting);
    reconciler.installDefaultHandlers();
  }

  private Status greet() {
    String name = config().string("name").orElse("");
    return name.isEmpty() ? blocked("there is nobody to greet") : active("hello " + name);
  }

  /** Started by {@code dispatch}. */
  public static void main(String[] arguments) {
    CharmMain.run(StewardCharm::new);
  }
}
