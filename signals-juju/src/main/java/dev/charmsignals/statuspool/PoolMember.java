package dev.charmsignals.statuspool;

import dev.charmsignals.bus.SignalEvent;
import dev.charmsignals.event.Handler;
import dev.charmsignals.model.Status;
import dev.charmsignals.signal.Signal;
import dev.charmsignals.signal.SignalSource;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One status of a {@link StatusPool}: that of a duty, a component, a relation or a remote unit.
 *
 * <p>Set and asked in handlers, by the hook's only thread. Kept from hook to hook, and put back
 * with everything else when a handler fails and the hook goes on. Once it has been removed, all but
 * {@link #key} throw a {@link StatusPoolException}.
 */
public final class PoolMember {

  private final Pool pool;
  private final String key;

  PoolMember(Pool pool, String key) {
    this.pool = pool;
    this.key = key;
  }

  // In the charm's constructor.

  /**
   * Gives it another name to be shown and logged under; its key otherwise. What the code says of a
   * declared member holds at once in an upgraded charm.
   */
  public PoolMember tag(String tag) {
    pool.retag(key, tag);
    return this;
  }

  /**
   * Makes it follow a signal: it takes the status that is made of each one.
   *
   * <pre>{@code
   * workload.follow(remote.bork, bork -> blocked(bork.signal().reason()))
   *     .follow(remote.ready, ready -> active());
   * }</pre>
   *
   * <p>The last signal counts, whichever unit it is from. Where each unit should count, observe the
   * signal and keep a member for each, as in {@link StatusPool#track}.
   *
   * @throws StatusPoolException after the charm's constructor
   * @throws dev.charmsignals.bus.SignalBindingException when the signal is not bound to this charm
   */
  public <T extends Signal> PoolMember follow(
      SignalSource<T> source, Function<? super SignalEvent<T>, ? extends Status> status) {
    String observer = "status-pool/" + pool.key() + "/" + key + "/" + source.name();
    pool.context()
        .signals()
        .of(source.binding(), source.name())
        .observe(source, observer, new Following<SignalEvent<T>>(this, status));
    return this;
  }

  /**
   * Makes it show what another pool adds up to, such as one of an endpoint's relations; the other
   * pool then shows nothing itself and is committed with this one.
   *
   * @throws StatusPoolException after the charm's constructor, or when it is nested already
   */
  public PoolMember nest(StatusPool inner) {
    pool.nest(key, inner.pool());
    return this;
  }

  // In handlers.

  /** Sets its status; Juju is told when the pool is committed. */
  public void set(Status status) {
    pool.set(key, Optional.of(status));
  }

  /** Makes its status unknown again, as it was at first. */
  public void unset() {
    debug("unset");
    pool.set(key, Optional.empty());
  }

  /** Returns its status; empty while it is unknown. */
  public Optional<Status> status() {
    return standing().status();
  }

  /** Returns everything that is known of it at this moment. */
  public MemberStatus standing() {
    return pool.standing(key);
  }

  /** Returns the name that the pool knows it by. */
  public String key() {
    return key;
  }

  /** Returns the name that people are shown. */
  public String tag() {
    return pool.tag(key);
  }

  /** Logs at ERROR, as {@link #info}. */
  public void error(String message, Object... arguments) {
    log().error(tagged(message), with(arguments));
  }

  /** Logs at WARNING, as {@link #info}. */
  public void warning(String message, Object... arguments) {
    log().warn(tagged(message), with(arguments));
  }

  /**
   * Logs at INFO, with the tag before the message, as in {@code [workload] found 3 disks}.
   *
   * @param message the text, in which <code>{}</code> stands for each argument in turn
   * @param arguments the arguments; a last one that is an exception is logged with its stack
   */
  public void info(String message, Object... arguments) {
    log().info(tagged(message), with(arguments));
  }

  /** Logs at DEBUG, which {@code CHARM_SIGNALS_LOG} has to let through, as {@link #info}. */
  public void debug(String message, Object... arguments) {
    log().debug(tagged(message), with(arguments));
  }

  private static Logger log() {
    return LoggerFactory.getLogger(StatusPool.class);
  }

  private static String tagged(String message) {
    return "[{}] ".concat(message);
  }

  /** The tag is an argument, because it may hold what stands for one. */
  private Object[] with(Object[] arguments) {
    Object[] all = new Object[arguments.length + 1];
    all[0] = tag();
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return all;
  }

  /** Returns its key. */
  @Override
  public String toString() {
    return key;
  }

  /** Sets a member to what is made of an event; a class, because a lambda costs more to load. */
  private record Following<E>(PoolMember member, Function<? super E, ? extends Status> status)
      implements Handler<E> {

    @Override
    public void handle(E event) {
      member.set(status.apply(event));
    }
  }
}
