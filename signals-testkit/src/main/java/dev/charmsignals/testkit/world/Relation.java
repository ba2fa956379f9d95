package dev.charmsignals.testkit.world;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** One relation as the controller holds it: who is in its scope, and every databag. */
final class Relation {

  /** One application's end of a relation. */
  record Side(String application, Endpoint endpoint) {

    @Override
    public String toString() {
      return application + ":" + endpoint.name();
    }
  }

  private final int number;
  private final Side left;
  private final Side right;
  private final String alias;
  private final String aliasModel;
  private final SortedSet<String> scope = new TreeSet<>();
  private final SortedMap<String, Databag> unitBags = new TreeMap<>();
  private final SortedMap<String, Databag> applicationBags = new TreeMap<>();
  private Life life = Life.ALIVE;
  private boolean suspended;

  /**
   * Creates a relation between two sides, which are the same one among peers.
   *
   * @param alias what the left side calls the right application; empty for its own name
   * @param aliasModel the UUID of the model that the right application then lives in
   */
  Relation(int number, Side left, Side right, String alias, String aliasModel) {
    this.number = number;
    this.left = left;
    this.right = right;
    this.alias = alias;
    this.aliasModel = aliasModel;
    applicationBags.put(left.application(), new Databag());
    applicationBags.put(right.application(), new Databag());
  }

  int number() {
    return number;
  }

  Side left() {
    return left;
  }

  Side right() {
    return right;
  }

  Life life() {
    return life;
  }

  void die() {
    life = Life.DYING;
  }

  boolean suspended() {
    return suspended;
  }

  void suspend(boolean now) {
    suspended = now;
  }

  /** Returns whether units may enter it: it is neither on its way out nor suspended. */
  boolean open() {
    return life == Life.ALIVE && !suspended;
  }

  boolean peers() {
    return left.endpoint().role() == EndpointRole.PEERS;
  }

  boolean crossModel() {
    return !alias.isEmpty();
  }

  /** Returns the model that each side is told the other one lives in, if it is not its own. */
  Optional<String> remoteModel() {
    return crossModel() ? Optional.of(aliasModel) : Optional.empty();
  }

  boolean concerns(String application) {
    return left.application().equals(application) || right.application().equals(application);
  }

  Side sideOf(String application) {
    return left.application().equals(application) ? left : right;
  }

  /** Returns the application on the other side, which among peers is the same one. */
  String counterpart(String application) {
    return left.application().equals(application) ? right.application() : left.application();
  }

  /** Returns the name under which one application sees a unit or an application. */
  String seenBy(String viewer, String name) {
    if (alias.isEmpty() || !viewer.equals(left.application())) {
      return name;
    }
    String application = applicationOf(name);
    return application.equals(right.application())
        ? alias + name.substring(application.length())
        : name;
  }

  /** Returns whose name this is, if it is one the viewer knows. */
  Optional<String> namedBy(String viewer, String seen) {
    String application = applicationOf(seen);
    String rest = seen.substring(application.length());
    if (application.equals(viewer)) {
      return Optional.of(seen);
    }
    String other = counterpart(viewer);
    return application.equals(seenBy(viewer, other)) ? Optional.of(other + rest) : Optional.empty();
  }

  static String applicationOf(String name) {
    int slash = name.indexOf('/');
    return slash < 0 ? name : name.substring(0, slash);
  }

  /** Returns the units that are in scope, now and whenever it is looked at. */
  SortedSet<String> scope() {
    return Collections.unmodifiableSortedSet(scope);
  }

  boolean inScope(String unit) {
    return scope.contains(unit);
  }

  /** A unit becomes visible to the others, with nothing but Juju's own keys in its databag. */
  void enter(String unit, Map<String, String> addresses) {
    scope.add(unit);
    unitBags.computeIfAbsent(unit, name -> new Databag()).replace(addresses);
  }

  /** A unit is seen no more; what it wrote last stays readable. */
  void leave(String unit) {
    scope.remove(unit);
  }

  /** Returns the databag of a unit that is in scope or once was. */
  Optional<Databag> unitBag(String unit) {
    return Optional.ofNullable(unitBags.get(unit));
  }

  Optional<Databag> applicationBag(String application) {
    return Optional.ofNullable(applicationBags.get(application));
  }

  /** Returns {@code panel.channel#installer.channel}, as Juju writes it where it is a tag. */
  String tag() {
    return toString().replace(':', '.').replace(' ', '#');
  }

  /** Returns {@code panel:channel installer:channel}, or one side for peers. */
  @Override
  public String toString() {
    return peers() ? left.toString() : right + " " + left;
  }
}
