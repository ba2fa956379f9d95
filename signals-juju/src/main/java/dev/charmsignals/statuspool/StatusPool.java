package dev.charmsignals.statuspool;

import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.model.Status;
import java.util.List;
import java.util.Optional;

/**
 * The statuses of a unit's several duties, and the one that is made of them: as bad as the worst
 * member, which its message names.
 *
 * <pre>{@code
 * final class MyPool extends StatusPool {
 *   final PoolMember workload = member("workload");
 *   final PoolMember database = member("database");
 *
 *   MyPool(CharmContext context) {
 *     super(context);
 *   }
 * }
 * }</pre>
 *
 * <p>Made in the charm's constructor and used in handlers, by the hook's only thread. Members are
 * kept in charm state, so one that is set in one hook stays set until another hook sets it. At the
 * end of each hook that succeeds, and that somebody observes, the pool is committed: the unit shows
 * its status, whatever else was set in that hook, unless no member is known.
 *
 * <p>Members may also come and go at run time; these are {@linkplain #add dynamic} ones.
 */
public class StatusPool {

  private final Pool pool;

  /** Creates the charm's only pool; as {@link #StatusPool(CharmContext, String)}. */
  public StatusPool(CharmContext context) {
    this(context, "status_pool");
  }

  /**
   * Creates one of several pools. They should be {@linkplain PoolMember#nest nested}: of two that
   * both commit themselves the one that was made last is shown.
   *
   * @param key what it is kept under
   * @throws StatusPoolException when another pool is
   */
  public StatusPool(CharmContext context, String key) {
    pool = new Pool(context, key);
  }

  // In the constructor of a subclass or its fields.

  /**
   * Declares a member. Members that are equally bad count in the order of their declaration, the
   * most important first, and after them dynamic ones in theirs.
   *
   * @param key its name, and its tag unless it is given another
   * @throws StatusPoolException when the key is taken or no text to show, when members before it
   *     have priorities, or it is the 101st
   */
  protected final PoolMember member(String key) {
    return pool.declare(key, 0);
  }

  /**
   * Declares a member with a priority; all members need one then, dynamic ones too. Equal ones
   * count in the order of their declaration.
   *
   * @param priority over 0, which would be the most important, and at most 100
   * @throws StatusPoolException as {@link #member(String)}, or when members before it have none
   */
  protected final PoolMember member(String key, double priority) {
    return pool.declare(key, Priorities.require(pool.key(), key, priority));
  }

  /** Moves a member that a superclass has declared to this place; the field of both is the same. */
  protected final PoolMember redeclare(String key) {
    return pool.redeclare(key, 0);
  }

  /** The same with a priority. */
  protected final PoolMember redeclare(String key, double priority) {
    return pool.redeclare(key, Priorities.require(pool.key(), key, priority));
  }

  /**
   * Chooses how the messages of the members become one; {@link PoolMessage#worstOnly} otherwise.
   */
  protected final void message(PoolMessage message) {
    pool.show(message);
  }

  /** Leaves members out of the message while they are unknown. */
  protected final void skipUnknown() {
    pool.skipUnknown();
  }

  /** Leaves it to the charm to call {@link #commit}; what it does not commit is forgotten. */
  protected final void leaveCommitToCharm() {
    pool.leaveCommitToCharm();
  }

  /** Shows the status as the application's, while this unit leads, instead of the unit's. */
  protected final void showOnApplication() {
    pool.showOnApplication();
  }

  /**
   * Makes the status one of those that collect-status chooses from, instead of the last word. Call
   * {@link #showOnApplication} first if it is the application's.
   */
  protected final void offerToCollectStatus() {
    pool.offerToCollectStatus();
  }

  // In handlers.

  /**
   * Adds a dynamic member, which stays until it is removed.
   *
   * @param key any text on one line, such as a unit's name
   * @throws StatusPoolException as {@link #member(String)}
   */
  public final PoolMember add(String key) {
    return pool.add(key, 0);
  }

  /** Adds a dynamic member with a priority, in a pool whose members have some. */
  public final PoolMember add(String key, double priority) {
    return pool.add(key, Priorities.require(pool.key(), key, priority));
  }

  /** Returns the member of this key, which is added if it is not there. */
  public final PoolMember track(String key) {
    Optional<PoolMember> known = pool.find(key);
    return known.isPresent() ? known.get() : add(key);
  }

  /** The same, with the priority that it gets if it is added. */
  public final PoolMember track(String key, double priority) {
    Optional<PoolMember> known = pool.find(key);
    return known.isPresent() ? known.get() : add(key, priority);
  }

  /** Returns the member of this key, declared or dynamic, if it is there. */
  public final Optional<PoolMember> find(String key) {
    return pool.find(key);
  }

  /**
   * Returns the member of this key.
   *
   * @throws StatusPoolException when it is not there
   */
  public final PoolMember get(String key) {
    pool.standing(key);
    return pool.find(key).orElseThrow();
  }

  /**
   * Sets the status of the member of this key.
   *
   * @throws StatusPoolException when it is not there
   */
  public final void set(String key, Status status) {
    pool.set(key, Optional.of(status));
  }

  /**
   * Forgets a dynamic member.
   *
   * @throws StatusPoolException when it is not there, or declared
   */
  public final void remove(String key) {
    pool.remove(key);
  }

  /** Forgets a dynamic member of this pool; as {@link #remove(String)}. */
  public final void remove(PoolMember member) {
    pool.remove(member.key());
  }

  /** Returns the members: the declared ones, then the dynamic ones as they were added. */
  public final List<PoolMember> members() {
    return pool.members();
  }

  /** Shows this, in this hook and later ones, whatever the members say, until it is released. */
  public final void override(Status status) {
    pool.override(Optional.of(status));
  }

  /** Ends {@link #override}; the members are as they were set meanwhile. */
  public final void release() {
    pool.override(Optional.empty());
  }

  /** Makes every member unknown, those of nested pools too, and ends {@link #override}. */
  public final void unset() {
    pool.unset();
  }

  /**
   * Returns what the pool shows: what overrides it, or the worst member's level and a message made
   * of all; empty while that level is unknown.
   */
  public final Optional<Status> status() {
    return pool.status();
  }

  /**
   * Sets the unit's status to the pool's, unless that is unknown, and keeps all members, for when
   * the hook succeeds. Called by the pool itself at the end of a hook, unless that is left to the
   * charm.
   */
  public final void commit() {
    pool.commit();
  }

  final Pool pool() {
    return pool;
  }
}
