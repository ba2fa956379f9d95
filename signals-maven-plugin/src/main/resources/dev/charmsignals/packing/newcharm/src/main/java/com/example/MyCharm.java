package com.example;

import static dev.charmsignals.model.Status.active;

import dev.charmsignals.bus.SignalEvent;
import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.charm.CharmMain;
import dev.charmsignals.event.LifecycleEvent;

/** Says what its config tells it to, and shows what it hears. */
public final class MyCharm extends Charm {
  private final Greetings said = signals(new Greetings(), "says");
  private final Greetings heard = signals(new Greetings(), "hears");

  public MyCharm(CharmContext context) {
    super(context);
    observe(on().configChanged(), this::say);
    observe(heard.greeting, this::hear);
  }

  private void say(LifecycleEvent.ConfigChanged event) {
    String text = config().string("greeting").orElse("");
    if (!text.equals(state().get("said").orElse(""))) { // config-changed also comes without a change
      state().put("said", text);
      said.greeting.emit(new Greeting(text));
      unit().setStatus(active("says " + text));
    }
  }

  private void hear(SignalEvent<Greeting> event) {
    unit().setStatus(active("heard " + event.signal().text() + " from " + event.emitter()));
  }

  public static void main(String[] arguments) {
    CharmMain.run(MyCharm::new);
  }
}
