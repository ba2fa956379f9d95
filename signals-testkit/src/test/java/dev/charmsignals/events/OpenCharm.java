package dev.charmsignals.events;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.testkit.CharmUnderTest;
import java.util.function.Consumer;

/** A charm whose constructor is handed in. */
final class OpenCharm extends Charm {

  static final String METADATA =
      """
      name: open
      requires:
        db: {interface: db}
      provides:
        web: {interface: db}
      actions:
        backup:
          description: Writes it all.
      config:
        options:
          level: {type: string, default: "0"}
      """;

  private OpenCharm(CharmContext context, Consumer<CharmContext> constructor) {
    super(context);
    constructor.accept(context);
  }

  static CharmUnderTest of(Consumer<CharmContext> constructor) {
    return CharmUnderTest.inProcess(context -> new OpenCharm(context, constructor), METADATA);
  }
}
