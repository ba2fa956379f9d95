package dev.charmsignals.model;

import dev.charmsignals.hook.HookEnvironment;
import dev.charmsignals.hooktools.HookTools;
import dev.charmsignals.name.Declarations;
import dev.charmsignals.name.Endpoints;
import dev.charmsignals.name.RelationId;
import dev.charmsignals.pebble.Container;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that one hook reads and will write. Made for each hook, used by its thread alone.
 *
 * <p>Creating it asks the agent nothing. Writes stay pending until {@link #commit}, which is called
 * once, when every handler has succeeded; a hook that fails just never calls it.
 */
public final class HookSession {

  private final HookTools tools;
  private final HookEnvironment environment;
  private final Declarations declared;
  private final CharmState state;
  private final Config config;
  private final StatusSlot unitStatus;
  private final StatusSlot applicationStatus;
  private final Unit unit;
  private final Application application;
  private final TreeMap<Integer, Relation> relations = new TreeMap<>();
  private final TreeMap<Integer, Relation> endedRelations = new TreeMap<>();
  private final Map<String, List<Relation>> relationsOfEndpoints = new HashMap<>();
  private final List<Savepoint.Marked<?>> participants = new ArrayList<>();
  private final List<Runnable> beforeCommit = new ArrayList<>();
  private final List<Runnable> afterThat = new ArrayList<>();
  private final Set<String> owners = new HashSet<>();
  private @Nullable Boolean leader;
  private @Nullable Parts parts;

  /** Prepares a hook. */
  public HookSession(HookTools tools, HookEnvironment environment, Declarations declared) {
    this.tools = tools;
    this.environment = environment;
    this.declared = declared;
    this.state = new CharmState(tools);
    this.unitStatus = StatusSlot.ofUnit(tools);
    this.config = new Config(tools, unitStatus);
    this.applicationStatus = StatusSlot.ofApplication(tools, state);
    this.unit = new Unit(this, unitStatus);
    this.application = new Application(this, applicationStatus);
    enlist(state.pending());
    enlist(unitStatus);
    enlist(applicationStatus);
  }

  /** Returns the hook commands themselves; what they write is not pending here. */
  public HookTools tools() {
    return tools;
  }

  /** Returns what Juju told this process when it started it. */
  public HookEnvironment environment() {
    return environment;
  }

  /** Returns the endpoints that the charm declares. */
  public Endpoints endpoints() {
    return declared;
  }

  /** Returns everything that the charm declares. */
  public Declarations declared() {
    return declared;
  }

  /** Returns this unit. */
  public Unit unit() {
    return unit;
  }

  /** Returns this unit's application. */
  public Application application() {
    return application;
  }

  /** Returns what the charm remembers from hook to hook. */
  public CharmState state() {
    return state;
  }

  /** Returns the model that this unit is in. */
  public Model model() {
    return new Model(this);
  }

  /**
   * Declares what an owner, such as the charm or a library, remembers from hook to hook.
   *
   * @param owner a name that no other owner has, of letters, digits and {@code . _ - /}; what is
   *     stored is found by it after an upgrade
   * @param initial what is stored while nothing is
   * @throws StoredStateException when the name is taken or cannot be used
   */
  public <R extends Record> Stored<R> stored(String owner, R initial) {
    for (int i = 0; i < owner.length(); i++) {
      char c = owner.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      if (!letter && c != '.' && c != '_' && c != '-' && c != '/') {
        throw new StoredStateException(
            owner, "needs a name of letters, digits and . _ - /, such as \"my-library\"");
      }
    }
    if (owner.isEmpty() || owner.length() > 200) {
      throw new StoredStateException(owner, "needs a name of 1 to 200 characters");
    }
    if (!owners.add(owner)) {
      throw new StoredStateException(
          owner, "has two owners; declare it once, in a field, or give one of them another name");
    }
    return new Stored<>(state, owner, initial);
  }

  /** Returns the application's config. */
  public Config config() {
    return config;
  }

  Parts parts() {
    Parts known = parts;
    if (known == null) {
      known = new Parts(this);
      parts = known;
    }
    return known;
  }

  /** Returns whether this unit is the leader; asked once, so that a hook sees one answer. */
  public boolean isLeader() {
    Boolean known = leader;
    if (known == null) {
      known = tools.isLeader();
      leader = known;
    }
    return known;
  }

  /**
   * Returns the relations of an endpoint, by number; asked once.
   *
   * <p>A relation that lost its last remote unit for good is not among them (contract §2.3); its
   * own broken hook gets it with the event.
   *
   * @throws dev.charmsignals.name.UndeclaredEndpointException when the charm does not declare it
   */
  public List<Relation> relations(String endpoint) {
    List<Relation> known = relationsOfEndpoints.get(endpoint);
    if (known == null) {
      declared.requireDeclared(endpoint);
      TreeMap<Integer, Relation> found = new TreeMap<>();
      for (RelationId id : tools.relationIds(endpoint)) {
        found.put(id.number(), relation(id));
      }
      known = List.copyOf(found.values());
      relationsOfEndpoints.put(endpoint, known);
    }
    return known;
  }

  /** Returns a relation by its id; always the same object in one hook. Asks nothing. */
  public Relation relation(RelationId id) {
    Relation known = relations.get(id.number());
    if (known == null) {
      Optional<RelationId> current = environment.relation();
      boolean isCurrent = current.isPresent() && current.get().number() == id.number();
      known = new Relation(this, isCurrent ? current.get() : id);
      relations.put(id.number(), known);
    }
    return known;
  }

  /**
   * Returns a workload container; asks nothing.
   *
   * @throws dev.charmsignals.name.UndeclaredNameException when the charm does not declare it
   */
  public Container container(String name) {
    declared.requireContainer(name);
    return Container.of(name, environment.variable("CHARM_SIGNALS_CONTAINERS").orElse(""));
  }

  /** Returns those relations of an endpoint that this hook has dealt with so far. Asks nothing. */
  public List<Relation> knownRelations(String endpoint) {
    List<Relation> known = new ArrayList<>();
    for (Relation relation : relations.values()) {
      if (relation.endpoint().equals(endpoint)) {
        known.add(relation);
      }
    }
    return known;
  }

  /**
   * Returns a relation of an endpoint by its number, for what was kept of an earlier hook. One that
   * is not there any more has no units, its bags are empty, and nothing can be written to it.
   *
   * @param application the application that was on the other side; may be empty
   */
  public Relation findRelation(String endpoint, int number, String application) {
    RelationId id = new RelationId(endpoint, number);
    Optional<RelationId> current = environment.relation();
    if (current.isPresent() && current.get().number() == number) {
      return relation(id);
    }
    for (Relation relation : relations(endpoint)) {
      if (relation.id().number() == number) {
        return relation;
      }
    }
    // A view of its own: what this hook has yet to do at the end of a relation still needs the
    // bags.
    Relation ended = endedRelations.get(number);
    if (ended == null) {
      ended = new Relation(this, id);
      ended.end(application);
      endedRelations.put(number, ended);
    } else if (!application.isEmpty() && ended.application().isEmpty()) {
      ended.end(application); // who asked before did not know it
    }
    return ended;
  }

  /** Makes savepoints cover the pending writes of a participant, from what is pending in it now. */
  public void enlist(Participant<?> participant) {
    participants.add(Savepoint.Marked.of(participant));
  }

  /** Returns this moment, for {@link #rollback}. */
  public Savepoint savepoint() {
    return Savepoint.of(participants);
  }

  /**
   * Forgets all that became pending after the savepoint: charm state, bags, statuses, ports,
   * results of an action, and what participants hold. What Juju was told at once stays told: log
   * lines, maintenance, versions, secrets.
   */
  public void rollback(Savepoint savepoint) {
    savepoint.restore(participants);
  }

  /**
   * Has something done at the end of a hook that succeeded, in the order of the calls, when it may
   * still write. If it throws, the hook fails.
   */
  public void beforeCommit(Runnable last) {
    beforeCommit.add(last);
  }

  /**
   * Has something done after all of {@link #beforeCommit}, for what hands on that which others left
   * to be written, as signals do. Called by the framework.
   */
  public void afterBeforeCommit(Runnable last) {
    afterThat.add(last);
  }

  /**
   * Hands everything pending to the agent: at most one relation-set for each bag and one state-set,
   * what the model's parts hold, then the statuses; nothing where nothing differs. Called once, by
   * whoever runs the hook.
   *
   * <p>Juju makes the bags and the state visible together after the process has exited with 0.
   */
  public void commit() {
    unitStatus.end();
    applicationStatus.end();
    for (int i = 0; i < beforeCommit.size(); i++) {
      beforeCommit.get(i).run();
    }
    for (Runnable last : afterThat) {
      last.run();
    }
    for (Relation relation : relations.values()) {
      relation.commit();
    }
    applicationStatus.beforeState();
    state.commit();
    if (parts != null) {
      parts.commit();
    }
    // Statuses last: they are shown even if a command after them fails.
    unitStatus.commit();
    applicationStatus.commit();
  }
}
