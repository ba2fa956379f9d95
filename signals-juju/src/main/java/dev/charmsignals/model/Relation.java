package dev.charmsignals.model;

import dev.charmsignals.hook.JujuFeature;
import dev.charmsignals.hook.RelationHook;
import dev.charmsignals.hook.RelationStep;
import dev.charmsignals.hooktools.HookToolException;
import dev.charmsignals.hooktools.NetworkCommands;
import dev.charmsignals.hooktools.NetworkInfo;
import dev.charmsignals.name.RelationId;
import dev.charmsignals.name.UnitName;
import dev.charmsignals.signal.SignalTarget;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One relation of this unit, as this hook sees it.
 *
 * <p>Everything is asked when first needed and then remembered for the hook. A peer relation's
 * remote units are the other units of this application, and both sides share one application bag.
 */
public final class Relation implements SignalTarget {

  private final HookSession session;
  private final RelationId id;
  private final Map<String, Bag> unitBags = new HashMap<>();
  private @Nullable String application;
  private @Nullable List<UnitName> units;
  private @Nullable Bag applicationBag;
  private @Nullable Databag ownUnitBag;
  private @Nullable Databag ownApplicationBag;
  private boolean ended;
  private @Nullable String remoteModel;

  Relation(HookSession session, RelationId id) {
    this.session = session;
    this.id = id;
  }

  /** Returns Juju's id of the relation. */
  public RelationId id() {
    return id;
  }

  /** Returns Juju's number of the relation, by which {@code emitTo} finds it. */
  @Override
  public int relationNumber() {
    return id.number();
  }

  /** Returns the endpoint in this charm's metadata. */
  public String endpoint() {
    return id.endpoint();
  }

  /** Returns whether this is a relation among the units of this application. */
  public boolean isPeer() {
    return session.endpoints().isPeer(id.endpoint());
  }

  /**
   * Returns whether nothing can be written any more: this hook is the relation's last, or the event
   * was deferred and the relation is gone by now. Of a relation that is gone, every bag is empty.
   */
  public boolean isBroken() {
    return ended
        || isThisHooks()
            && session.environment().hook() instanceof RelationHook hook
            && hook.step() == RelationStep.BROKEN;
  }

  /** Returns the application on the other side; a peer relation's is this unit's own. */
  public String application() {
    String known = application;
    if (known == null) {
      known = askApplication();
      application = known;
    }
    return known;
  }

  /** Returns the remote units that have joined and not departed, in the order of their names. */
  public List<UnitName> units() {
    List<UnitName> known = units;
    if (known == null) {
      known = List.copyOf(session.tools().relationList(id));
      units = known;
    }
    return known;
  }

  /**
   * Returns what a unit wrote to its bag, read once per hook; writing to it is refused with a
   * {@link DatabagAccessException}.
   *
   * <p>Works for a unit that departs or has departed, too. The bag of a remote unit may be older
   * than the newest: Juju refreshes it before a hook of that unit (contract §4.4). Of a bag of
   * another unit at most 1 MiB of values in 20,000 entries is read; what else it holds is missing,
   * and a warning in the log says how many entries that are.
   */
  public Bag unitBag(UnitName unit) {
    if (unit.value().equals(session.environment().unit().value())) {
      return ForeignBag.ofUnit(ownUnitBag(), session, this, unit.value());
    }
    Bag known = unitBags.get(unit.value());
    if (known == null) {
      BagAccess.requireUsable(session, this, "unit bag of ".concat(unit.value()));
      Map<String, String> read =
          ended ? Map.<String, String>of() : ForeignReading.ofUnit(session, id, unit);
      known = ForeignBag.ofUnit(read, session, this, unit.value());
      unitBags.put(unit.value(), known);
    }
    return known;
  }

  /**
   * Returns what the remote leader wrote to its application's bag, read once per hook; writing to
   * it is refused with a {@link DatabagAccessException}. Bounded as {@link #unitBag}; a peer
   * relation's is this application's own, and read whole.
   */
  public Bag applicationBag() {
    Bag known = applicationBag;
    if (known == null) {
      BagAccess.requireUsable(session, this, "application bag of the other side");
      Map<String, String> read =
          isPeer() ? ownApplicationBag() : ForeignReading.ofApplication(session, id, application());
      known = ForeignBag.ofApplication(read, session, this, application());
      applicationBag = known;
    }
    return known;
  }

  /**
   * Returns the UUID of the model that the other side is in, which is this one unless the relation
   * crosses models; asked once.
   *
   * @throws dev.charmsignals.hook.MissingFeatureException before Juju 3.6.2
   */
  public String remoteModelUuid() {
    String known = remoteModel;
    if (known == null) {
      session.model().require(JujuFeature.REMOTE_MODEL);
      known = session.tools().relationModelGet(id);
      remoteModel = known;
    }
    return known;
  }

  /**
   * Returns whether the other side is in another model, where its units have other names.
   *
   * @throws dev.charmsignals.hook.MissingFeatureException before Juju 3.6.2
   */
  public boolean isCrossModel() {
    return !remoteModelUuid().equals(session.model().uuid().orElse(""));
  }

  /** Returns this unit's own bag, which it may read and write. */
  public Databag ownUnitBag() {
    Databag known = ownUnitBag;
    if (known == null) {
      known = open(false);
      ownUnitBag = known;
    }
    return known;
  }

  /**
   * Returns this application's bag: the leader may read and write it, and in a peer relation every
   * unit may read it.
   */
  public Databag ownApplicationBag() {
    Databag known = ownApplicationBag;
    if (known == null) {
      known = open(true);
      ownApplicationBag = known;
    }
    return known;
  }

  /**
   * Returns how this unit is reached, and reaches others, through this relation; asked at each
   * call. Of a relation that is gone, what its endpoint has.
   */
  public NetworkInfo network() {
    NetworkCommands commands = session.tools().network();
    if (isBroken()) {
      return commands.get(id.endpoint());
    }
    try {
      return commands.get(id.endpoint(), id);
    } catch (HookToolException e) {
      if (e.exitStatus() != 2) { // as of arguments that are not right: there is no such relation
        throw e;
      }
      return commands.get(id.endpoint());
    }
  }

  /** Returns the relation's id. */
  @Override
  public String toString() {
    return id.toString();
  }

  /** Takes note that Juju does not know the relation any more. */
  void end(String application) {
    ended = true;
    this.application = application;
    units = List.of();
    applicationBag = ForeignBag.ofApplication(Map.of(), session, this, application);
  }

  boolean isEnded() {
    return ended;
  }

  void commit() {
    if (ownUnitBag != null) {
      ownUnitBag.commit();
    }
    if (ownApplicationBag != null) {
      ownApplicationBag.commit();
    }
  }

  private Databag open(boolean ofApplication) {
    Databag bag = new Databag(new BagAccess(session, this, ofApplication));
    session.enlist(bag.pending());
    return bag;
  }

  private boolean isThisHooks() {
    Optional<RelationId> current = session.environment().relation();
    return current.isPresent() && current.get().number() == id.number();
  }

  private String askApplication() {
    if (isPeer()) {
      return session.environment().unit().application();
    }
    // Juju may leave the variable empty in a broken hook after it was restarted (contract §5.8).
    Optional<String> named =
        isThisHooks() ? session.environment().remoteApplication() : Optional.empty();
    return named.isPresent() ? named.get() : session.tools().relationListApplication(id);
  }
}
