package dev.charmsignals.histories;

import dev.charmsignals.bus.GapEvent;
import dev.charmsignals.bus.ParkedEvent;
import dev.charmsignals.bus.SignalEvent;
import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.EventSource;
import dev.charmsignals.event.HookEvent;
import dev.charmsignals.event.RelationEvents;
import dev.charmsignals.histories.Notebook.Attempt;
import dev.charmsignals.histories.Notebook.Mood;
import dev.charmsignals.log.WindowFullException;
import dev.charmsignals.model.Relation;
import dev.charmsignals.signal.Emission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Says what it is told to say and answers what it is asked.
 *
 * <p>What its handlers did stands in the notebook; which of it counts stands in charm state, under
 * {@link #EFFECTS}: the number of the run and the numbers of the notes. So a commit tells what has
 * been done, and a rollback undoes it.
 */
final class Chatter extends Charm {

  /** The key in charm state. */
  static final String EFFECTS = "effects";

  private static final String PAD = "x".repeat(1500);

  /** More than half of a small window. */
  private static final String LARGE_PAD = "x".repeat(4000);

  private final Notebook notebook;
  private final Attempt attempt;
  private final String self;
  private final Map<String, Chat> chats = new LinkedHashMap<>();

  Chatter(CharmContext context, Notebook notebook, int edition) {
    super(context);
    this.notebook = notebook;
    this.attempt = notebook.begin(context.environment().contextId().orElseThrow(), edition);
    this.self = context.environment().unit().value();
    for (String endpoint : List.of("talk", "listen", "cluster")) {
      chats.put(endpoint, signals(new Chat(notebook.window(edition), edition), endpoint));
    }
    chats.forEach(this::observeAll);
    observe(on().configChanged(), event -> sayWhatIsConfigured());
    if (notebook.hasOrders(self)) { // nearly never, and observers take time
      sayInSpecialHooks();
    }
    beforeCommit(() -> notebook.ordered(self, "end").forEach(this::say));
  }

  private void observeAll(String endpoint, Chat chat) {
    chat.byName().forEach(this::observeAll);
    observeGaps(chat, this::miss);
    observeParked(chat, this::park);
  }

  private <T extends Said> void observeAll(Name name, Line<T> line) {
    for (String observer : name.observers()) {
      observe(line.source(), observer, event -> hear(event, name, observer));
    }
  }

  private void sayInSpecialHooks() {
    for (String endpoint : List.of("talk", "listen")) {
      RelationEvents relation = on().relation(endpoint);
      sayIn(relation.created(), "created");
      sayIn(relation.joined(), "joined");
      sayIn(relation.changed(), "changed");
      sayIn(relation.departed(), "departed");
      sayIn(relation.broken(), "broken");
    }
    sayIn(on().start(), "start");
    sayIn(on().stop(), "stop");
    sayIn(on().leaderElected(), "leader-elected");
    sayIn(on().upgradeCharm(), "upgrade-charm");
    sayIn(on().updateStatus(), "update-status");
  }

  private void sayIn(EventSource<? extends HookEvent> source, String hook) {
    observe(source, event -> notebook.ordered(self, hook).forEach(this::say));
  }

  private void sayWhatIsConfigured() {
    String say = config().string("say").orElse("");
    if (say.isEmpty() || state().get("said").orElse("").equals(say)) {
      return;
    }
    state().put("said", say);
    List<String> items = List.of(say.split(" "));
    items.subList(1, items.size()).forEach(this::say);
  }

  /** An item is like {@code talk/word}, {@code talk/word/big} or {@code talk/word/only/2}. */
  private void say(String item) {
    String[] parts = item.split("/");
    String endpoint = parts[0];
    List<Relation> relations = relations(endpoint);
    if (parts.length > 3 && !relations.isEmpty()) {
      int one = Integer.parseInt(parts[3]) % relations.size();
      emit(endpoint, Name.of(parts[1]), "", relations.get(one));
    } else {
      Name name = Name.of(parts[1]);
      String pad = name.isRetained() ? PAD : LARGE_PAD;
      emit(endpoint, name, parts.length == 3 ? pad : "", null);
    }
  }

  private void emit(String endpoint, Name name, String pad, @Nullable Relation only) {
    Line<?> line = chats.get(endpoint).byName().get(name);
    if (line == null) {
      return; // this edition does not know it
    }
    long said = notebook.nextNumber();
    Emission emission;
    try {
      emission = only == null ? line.emit(said, pad) : line.emitTo(only, said, pad);
    } catch (WindowFullException e) {
      attempt.notes().add(new Note.Refused(endpoint, name, e.unreadBy()));
      return; // nothing is written, and nothing was promised
    }
    Set<Integer> written = new TreeSet<>();
    if (emission instanceof Emission.Written on) {
      for (Relation each : only == null ? relations(endpoint) : List.of(only)) {
        if (!each.isBroken()) {
          written.add(each.id().number());
        }
      }
      if (written.size() != on.relations()) {
        throw new IllegalStateException("said to be written to " + on + ", not " + written);
      }
    }
    boolean lost = emission instanceof Emission.Dropped;
    if (!lost) {
      int relation = only == null ? -1 : only.id().number();
      note(new Note.Emitted(endpoint, name, said, relation, written, isLeader()));
    }
  }

  private void hear(SignalEvent<? extends Said> event, Name name, String observer) {
    Mood mood = notebook.mood(self, observer);
    if (mood == Mood.DEFERS || mood == Mood.DEFERS_ONCE) {
      event.defer();
      note(heard(event, name, observer, Note.Turn.DEFERRED));
      return;
    }
    note(heard(event, name, observer, Note.Turn.TAKEN));
    if (name == Name.ASK) {
      emit(event.relation().endpoint(), Name.WORD, "", event.relation());
      emit("cluster", Name.SHOUT, "", null);
    } else if (observer.equals("fragile")) {
      emit("cluster", Name.NEWS, "", null);
    }
    if (mood == Mood.THROWS || mood == Mood.THROWS_ONCE) {
      attempt.notes().add(heard(event, name, observer, Note.Turn.THREW));
      throw new ToldToFail();
    }
  }

  /** What a handler throws that was told to. */
  static final class ToldToFail extends RuntimeException {
    ToldToFail() {
      super("told to fail", null, false, false);
    }
  }

  private static Note heard(
      SignalEvent<? extends Said> event, Name name, String observer, Note.Turn turn) {
    return new Note.Heard(
        event.relation().id().number(),
        event.stream(),
        event.sequence(),
        name,
        observer,
        event.signal().n(),
        turn);
  }

  private void miss(GapEvent gap) {
    note(new Note.Missed(gap.relation().id().number(), gap.stream(), gap.from(), gap.to()));
  }

  private void park(ParkedEvent parked) {
    int relation = parked.relation().id().number();
    note(new Note.Parked(relation, parked.stream(), parked.sequence(), parked.reason()));
  }

  private void note(Note note) {
    String mark = attempt.number() + ":";
    String before = state().get(EFFECTS).orElse("");
    String line = before.startsWith(mark) ? before : mark;
    state().put(EFFECTS, line + " " + attempt.notes().size());
    attempt.notes().add(note);
  }
}
