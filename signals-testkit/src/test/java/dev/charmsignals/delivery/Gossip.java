package dev.charmsignals.delivery;

import dev.charmsignals.bus.SignalEvent;
import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.LifecycleEvent;
import dev.charmsignals.log.Window;
import dev.charmsignals.signal.Emission;
import dev.charmsignals.signal.Signal;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedRelation;
import dev.charmsignals.testkit.SimulatedUnit;
import dev.charmsignals.testkit.world.HookOutcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Says what its config tells it to say, and notes in charm state what it hears.
 *
 * <p>Config {@code say} is a list such as {@code 1 word:a shout:b}; the first item only makes it
 * differ from what was said before. Files and fields outside Juju are stood in for by a {@link
 * Diary}, which no rollback reaches.
 */
final class Gossip extends Charm {

  static final String METADATA =
      """
      name: gossip
      provides:
        talk: {interface: gossip}
      requires:
        listen: {interface: gossip}
      peers:
        cluster: {interface: gossip}
      config:
        options:
          say: {type: string, default: ""}
      """;

  /** What handlers do outside Juju, over all hooks and units of a test. */
  static final class Diary {
    final List<String> heard = new ArrayList<>();
    final List<Emission> emissions = new ArrayList<>();
    final Set<String> failing = new HashSet<>();
    final Set<String> deferring = new HashSet<>();
    Window window = Window.DEFAULT;
  }

  private final Diary diary;
  private final Speech talk;
  private final Speech listen;
  private final Speech cluster;

  private Gossip(CharmContext context, Diary diary) {
    super(context);
    this.diary = diary;
    talk = signals(new Speech(diary.window), "talk");
    listen = signals(new Speech(diary.window), "listen");
    cluster = signals(new Speech(diary.window), "cluster");
    observe(on().configChanged(), this::sayWhatIsConfigured);
    for (Speech speech : List.of(talk, listen, cluster)) {
      observe(speech.word, event -> hear(event, event.signal().text()));
      observe(speech.other, event -> hear(event, "other " + event.signal().text()));
      observe(speech.shout, event -> hear(event, event.signal().text() + "!"));
      observe(speech.fragile, event -> hear(event, "fragile " + event.signal().text()));
      observeGaps(speech, gap -> note("gap " + gap.from() + "-" + gap.to() + " " + gap.emitter()));
      observeParked(speech, parked -> note("parked " + parked.sequence() + " " + parked.emitter()));
    }
  }

  static CharmUnderTest charm(Diary diary) {
    return CharmUnderTest.inProcess(context -> new Gossip(context, diary), METADATA);
  }

  /** An application a that talks to an application b, of one unit each. */
  static SimulatedRelation talkerAndListener(SimulatedJuju juju, Diary diary) {
    juju.deploy("a", charm(diary));
    juju.deploy("b", charm(diary));
    SimulatedRelation relation = juju.integrate("a:talk", "b:listen");
    juju.settle();
    return relation;
  }

  /** Has a say what the config tells it to, and lets everybody hear it. */
  static void say(SimulatedJuju juju, String what) {
    juju.application("a").config("say", what);
    juju.settle();
  }

  /** The hooks that failed by themselves, with their units. */
  static List<String> failed(SimulatedJuju juju) {
    return juju.hooks().stream()
        .filter(hook -> hook.outcome() == HookOutcome.FAILED)
        .map(hook -> hook.unit() + " " + hook.hook())
        .toList();
  }

  /** What a unit has heard, as committed. */
  static List<String> heardBy(SimulatedUnit unit) {
    return unit.state().getOrDefault("heard", "").lines().toList();
  }

  private <T extends Signal> void hear(SignalEvent<T> event, String text) throws Exception {
    diary.heard.add(unit().name() + " < " + event.emitter() + " " + text);
    if (diary.deferring.contains(text)) {
      event.defer();
      return;
    }
    note(event.emitter() + " " + text);
    if (diary.failing.contains(text)) {
      throw new IllegalStateException("told to fail");
    }
  }

  private void note(String line) {
    state().put("heard", state().get("heard").orElse("") + line + "\n");
  }

  private void sayWhatIsConfigured(LifecycleEvent.ConfigChanged event) {
    String say = config().string("say").orElse("");
    if (say.isEmpty() || state().get("said").orElse("").equals(say)) {
      return;
    }
    state().put("said", say);
    List<String> items = List.of(say.split(" "));
    for (String item : items.subList(1, items.size())) {
      String[] parts = item.split(":", 2);
      diary.emissions.add(
          switch (parts[0]) {
            case "word" -> talk.word.emit(new Word(parts[1]));
            case "other" -> talk.other.emit(new Word(parts[1]));
            case "shout" -> talk.shout.emit(new Shout(parts[1]));
            case "fragile" -> talk.fragile.emit(new Word(parts[1]));
            case "peers" -> cluster.word.emit(new Word(parts[1]));
            case "only" -> talk.word.emitTo(relations("talk").get(0), new Word(parts[1]));
            case "back" -> listen.word.emit(new Word(parts[1]));
            default -> throw new IllegalArgumentException(item);
          });
    }
  }
}
