package dev.charmsignals.examples.layered;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.charm.CharmMain;
import dev.charmsignals.examples.layered.basic.Basic;
import dev.charmsignals.examples.layered.tls.Tls;
import dev.charmsignals.layeredstatus.LayeredStatus;
import java.util.List;

/** Installs foo, once it is told what it requires; has two layers below it. */
public final class LayeredCharm extends Charm {

  private static final String INSTALLED = "foo-installed";

  // region charm
  private final LayeredStatus status =
      new LayeredStatus(context(), List.of("basic", "tls"), "layered");
  private final Basic basic = new Basic(status);
  private final Tls tls = new Tls(status.layer("tls"));

  /** Called by {@link CharmMain} for every hook. */
  public LayeredCharm(CharmContext context) {
    super(context);
    observe(on().install(), event -> basic.setUp());
    observe(on().configChanged(), event -> react());
    observe(on().updateStatus(), event -> react());
  }

  private void react() {
    if (config().string("required-config").isEmpty()) {
      status.blocked("missing required-config");
    } else if (state().get(INSTALLED).isEmpty()) {
      install();
    }
    if (config().bool("tls").orElse(false)) {
      tls.look();
    }
  }

  private void install() {
    status.maintenance("installing foo");
    state().put(INSTALLED, "");
    status.active("foo is ready");
  }

  // endregion

  /** Started by {@code dispatch}. */
  public static void main(String[] arguments) {
    CharmMain.run(LayeredCharm::new);
  }
}
