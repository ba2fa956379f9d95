package dev.charmsignals.rehearsal;

import static dev.charmsignals.model.Status.active;

import dev.charmsignals.bus.SignalEvent;
import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.ActionEvent;
import dev.charmsignals.event.CollectStatusEvent;
import dev.charmsignals.event.LifecycleEvent;
import dev.charmsignals.model.Status;
import dev.charmsignals.model.Stored;
import dev.charmsignals.reconciler.Component;
import dev.charmsignals.reconciler.Reconciler;
import dev.charmsignals.signal.ObjectSignals;
import dev.charmsignals.signal.Signal;
import dev.charmsignals.signal.SignalSource;
import dev.charmsignals.statuspool.PoolMember;
import dev.charmsignals.statuspool.StatusPool;
import org.slf4j.LoggerFactory;

/** A charm that does what charms do: what it needs is what others will. */
final class StageCharm extends Charm {

  record News(String text, int size) implements Signal {}

  record Heard(int count) {}

  record Settings(String greeting, int size) {}

  record Greeting(String whom, int size) {}

  /** What it hears, and says. */
  static final class StageSignals extends ObjectSignals {
    final SignalSource<News> news = source(News.class);
  }

  /** The statuses of what it has to do. */
  static final class StagePool extends StatusPool {
    final PoolMember work = member("work");

    StagePool(CharmContext context) {
      super(context);
    }
  }

  private final StageSignals signals = signals(new StageSignals());
  private final StageSignals unheard = signals(new StageSignals(), "nobody");
  private final Stored<Heard> heard = stored("heard", new Heard(0));
  private final StagePool pool = new StagePool(context());

  StageCharm(CharmContext context) {
    super(context);
    observe(signals.news, this::onNews);
    observe(on().updateStatus(), "look", this::look);
    observe(on().action("greet"), this::greet);
    observe(on().collectUnitStatus(), this::status);
    Reconciler reconciler = new Reconciler(context);
    Component work = new Work("work");
    reconciler.add(work);
    reconciler.add(new Work("more work")).dependsOn(work);
    reconciler.installDefaultHandlers();
  }

  private void onNews(SignalEvent<News> event) {
    heard.set(new Heard(heard.get().count() + 1));
    state().put("text", event.signal().text());
    signals.news.emit(new News("heard", event.signal().size()));
    pool.work.set(active());
    unit().setStatus(active(event.emitter() + ": " + event.signal().text()));
    LoggerFactory.getLogger(StageCharm.class).info("{} says something", event.emitter());
  }

  private void look(LifecycleEvent.UpdateStatus event) {
    Settings settings = config().load(Settings.class);
    pool.work.set(active(settings.greeting()));
    unheard.news.emit(new News("waiting for a relation", settings.size()));
    relations("channel").forEach(relation -> relation.ownUnitBag().save(settings));
  }

  private void greet(ActionEvent event) {
    event.log("greeting");
    event.results(event.parameters(Greeting.class));
  }

  private void status(CollectStatusEvent event) {
    event.add(active());
  }

  /** A component that has nothing to do. */
  private record Work(String name) implements Component {

    @Override
    public Status status() {
      return active();
    }
  }
}
