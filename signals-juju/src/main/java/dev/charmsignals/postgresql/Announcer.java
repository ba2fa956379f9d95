package dev.charmsignals.postgresql;

import dev.charmsignals.event.RelationEvent;
import dev.charmsignals.hash.Fingerprint;
import dev.charmsignals.model.HookSession;
import dev.charmsignals.model.Relation;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * Tells a charm what changed about the servers of one endpoint since it was last told; every client
 * has one.
 *
 * <p>What was told last is charm state, so it counts only if the hook succeeds: a handler that
 * fails is told the same in the hook that Juju runs again. No passwords are kept.
 */
public final class Announcer {

  private static final String NONE = "-";

  private final HookSession session;
  private final DatabaseEvents on;
  private final KeptRelations kept;

  /**
   * Creates it for a client's endpoint.
   *
   * @param on the client's events, through which it tells
   */
  public Announcer(HookSession session, String endpoint, DatabaseEvents on) {
    this.session = session;
    this.on = on;
    this.kept = new KeptRelations(session, endpoint);
  }

  /** What a charm was told of a relation: fingerprints of what is there. */
  private record Told(String master, String standbys) {

    static final Told NOTHING = new Told(NONE, NONE);

    boolean saysAs(Told other) {
      return master.equals(other.master) && standbys.equals(other.standbys);
    }

    boolean hasMaster() {
      return !master.equals(NONE);
    }

    boolean hasStandbys() {
      return !standbys.equals(NONE);
    }
  }

  /** Returns whether the charm was told that the relation is joined. */
  public boolean knows(Relation relation) {
    return kept.textOf(relation.id().number()).isPresent();
  }

  /**
   * Returns those relations that the charm was told of and that are not there. In update-status,
   * which Juju runs only when no relation's hook is due, these went without their last hook, as
   * relations do that are removed by force.
   */
  public List<Relation> lost() {
    return kept.lost();
  }

  /** Tells that a relation is joined, unless that was told already. */
  public void joined(RelationEvent event) {
    joined(Notice.of(event));
  }

  /** The same where a hook shows it that is none of the relation's. */
  public void joined(Relation relation) {
    joined(Notice.of(relation));
  }

  private void joined(Notice notice) {
    if (kept.textOf(notice.relation()).isPresent()) {
      LoggerFactory.getLogger(Announcer.class).debug("Relation {} is known", notice.relation());
      return;
    }
    LoggerFactory.getLogger(Announcer.class)
        .info("Emitting database-relation-joined for relation {}", notice.relation());
    on.emit(Happening.JOINED, notice);
    keep(notice, Told.NOTHING);
  }

  /** Tells what changed about a relation, in its own hook. */
  public void changed(DatabaseRelation server, RelationEvent event) {
    changed(server, Notice.of(event));
  }

  /** The same where a hook shows it that is none of the relation's. */
  public void changed(DatabaseRelation server) {
    changed(server, Notice.of(server.relation()));
  }

  private void changed(DatabaseRelation server, Notice notice) {
    Told before = told(notice);
    Told now = new Told(master(server), standbys(server));
    if (!now.saysAs(before)) {
      tell(notice, before, now);
      keep(notice, now);
    }
  }

  /** Tells that all is gone, and last that the relation is, whether it was joined or not. */
  public void broken(RelationEvent.Broken event) {
    broken(Notice.of(event));
  }

  /** The same for a relation that went without its last hook, as one does that is forced to. */
  public void broken(Relation relation) {
    broken(Notice.of(relation));
  }

  private void broken(Notice notice) {
    tell(notice, told(notice), Told.NOTHING);
    on.emit(Happening.BROKEN, notice);
    kept.forget(notice.relation());
  }

  private void tell(Notice notice, Told before, Told now) {
    boolean masterDiffers = !now.master.equals(before.master);
    boolean standbysDiffer = !now.standbys.equals(before.standbys);
    boolean masterCame = now.hasMaster() && !before.hasMaster();
    boolean masterWent = before.hasMaster() && !now.hasMaster();
    boolean standbysCame = now.hasStandbys() && !before.hasStandbys();
    boolean standbysWent = before.hasStandbys() && !now.hasStandbys();
    emit(masterCame, Happening.MASTER_AVAILABLE, notice);
    emit(masterDiffers, Happening.MASTER_CHANGED, notice);
    emit(masterWent, Happening.MASTER_GONE, notice);
    emit(standbysCame, Happening.STANDBY_AVAILABLE, notice);
    emit(standbysDiffer, Happening.STANDBY_CHANGED, notice);
    emit(standbysWent, Happening.STANDBY_GONE, notice);
    emit(masterCame || standbysCame, Happening.AVAILABLE, notice);
    emit(masterDiffers || standbysDiffer, Happening.CHANGED, notice);
    boolean nothingLeft = !now.hasMaster() && !now.hasStandbys();
    emit((masterWent || standbysWent) && nothingLeft, Happening.GONE, notice);
  }

  private void emit(boolean happened, Happening happening, Notice notice) {
    if (happened) {
      on.emit(happening, notice);
    }
  }

  private String master(DatabaseRelation server) {
    Optional<ConnectionString> master = server.master();
    return master.isPresent() ? fingerprint(server, master.get().meaning()) : NONE;
  }

  private String standbys(DatabaseRelation server) {
    List<ConnectionString> standbys = server.standbys();
    if (standbys.isEmpty()) {
      return NONE;
    }
    StringBuilder text = new StringBuilder();
    for (ConnectionString standby : standbys) {
      text.append(standby.meaning()).append('\n');
    }
    return fingerprint(server, text.toString());
  }

  /**
   * What is the same for two relations is kept as something else, so that it cannot be compared.
   */
  private String fingerprint(DatabaseRelation server, String text) {
    return Fingerprint.of(
        session.environment().modelUuid().orElse("") + ' ' + server.relation().id() + ' ' + text);
  }

  private Told told(Notice notice) {
    String text = kept.textOf(notice.relation()).orElse("");
    int blank = text.indexOf(' ');
    return blank < 0 ? Told.NOTHING : new Told(text.substring(0, blank), text.substring(blank + 1));
  }

  private void keep(Notice notice, Told told) {
    kept.keep(notice.relation(), told.master + ' ' + told.standbys);
  }
}
