package dev.charmsignals.model;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A databag as it was read, which is not written here: a remote one, or a view of an own one.
 *
 * <p>Writing to it throws what a refused write to an own bag throws, so that an author learns who
 * writes it and what to do instead.
 */
final class ForeignBag extends AbstractMap<String, String> implements Bag {

  private final Map<String, String> content;
  private final HookSession session;
  private final Relation relation;
  private final String bag;
  private final String writer;
  private final String wayOut;

  private ForeignBag(
      Map<String, String> content,
      HookSession session,
      Relation relation,
      String bag,
      String writer,
      String wayOut) {
    this.content = Collections.unmodifiableMap(content);
    this.session = session;
    this.relation = relation;
    this.bag = bag;
    this.writer = writer;
    this.wayOut = wayOut;
  }

  static Bag ofUnit(
      Map<String, String> content, HookSession session, Relation relation, String unit) {
    return new ForeignBag(
        content,
        session,
        relation,
        "unit bag of ".concat(unit),
        unit.concat(" writes it, through ownUnitBag()"),
        "Write to ownUnitBag(), which the remote units read");
  }

  static Bag ofApplication(
      Map<String, String> content, HookSession session, Relation relation, String application) {
    return new ForeignBag(
        content,
        session,
        relation,
        "application bag of ".concat(application),
        "the leader of ".concat(application).concat(" writes it, through ownApplicationBag()"),
        "Write to ownUnitBag(), or as leader to ownApplicationBag()");
  }

  @Override
  public @Nullable String get(@Nullable Object key) {
    return content.get(key);
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return content.containsKey(key);
  }

  @Override
  public Set<Entry<String, String>> entrySet() {
    return content.entrySet();
  }

  @Override
  public @Nullable String put(String key, String value) {
    throw refused();
  }

  @Override
  public @Nullable String remove(@Nullable Object key) {
    throw refused();
  }

  @Override
  public void clear() {
    throw refused();
  }

  private DatabagAccessException refused() {
    return new DatabagAccessException(
        session.environment().unit(),
        relation.id(),
        bag,
        Optional.empty(),
        "this is what was read of it, and only ".concat(writer),
        wayOut);
  }
}
