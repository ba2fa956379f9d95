package dev.charmsignals.statuspool;

import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.StatusSource;
import dev.charmsignals.logging.HookLog;
import dev.charmsignals.model.HookSession;
import dev.charmsignals.model.Status;
import dev.charmsignals.model.StatusText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * What is behind a {@link StatusPool} and its members: declared in the charm's constructor, read
 * when a handler first needs it, shown and kept at the end of the hook.
 */
final class Pool implements Runnable {

  private final CharmContext context;
  private final String key;
  private final OpenContents open;
  private final Map<String, PoolMember> handles = new HashMap<>();
  private final List<Nest> nests = new ArrayList<>(0);
  private Contents declared = Contents.NOTHING;
  private PoolMessage message = PoolMessage.worstOnly();
  private boolean skipsUnknown;
  private boolean commitsItself = true;
  private boolean ofApplication;
  private boolean collected;
  private @Nullable Pool holder;

  /** A pool whose status is that of a member. */
  private record Nest(String member, Pool inner) {}

  Pool(CharmContext context, String key) {
    this.context = context;
    this.key = key;
    requireName("key", key);
    if (!context.claim("status pool ".concat(key))) {
      throw StatusPoolException.taken(key);
    }
    this.open = new OpenContents(session().state(), key);
    session().enlist(open);
    session().beforeCommit(this);
  }

  // While the charm is constructed.

  PoolMember declare(String member, double priority) {
    requireConstructing(member);
    if (declared.find(member).isPresent()) {
      throw StatusPoolException.duplicate(key, member);
    }
    declared = joined(declared, member, priority);
    return handle(member);
  }

  PoolMember redeclare(String member, double priority) {
    requireConstructing(member);
    if (declared.find(member).isEmpty()) {
      throw StatusPoolException.notDeclared(key, member);
    }
    declared = joined(declared.without(member), member, priority);
    return handle(member);
  }

  void nest(String member, Pool inner) {
    requireConstructing(member);
    for (Pool above = this; above != null; above = above.holder) {
      if (above == inner) {
        throw StatusPoolException.nestedTwice(inner.key, member);
      }
    }
    if (inner.holder != null) {
      throw StatusPoolException.nestedTwice(inner.key, member);
    }
    inner.holder = this;
    nests.add(new Nest(member, inner));
  }

  void show(PoolMessage chosen) {
    message = chosen;
  }

  void skipUnknown() {
    skipsUnknown = true;
  }

  void leaveCommitToCharm() {
    commitsItself = false;
  }

  void showOnApplication() {
    ofApplication = true;
  }

  void offerToCollectStatus() {
    collected = true;
    context
        .statuses()
        .observe(
            ofApplication ? StatusSource.APPLICATION : StatusSource.UNIT,
            event -> status().ifPresent(event::add));
  }

  // In handlers.

  PoolMember add(String member, double priority) {
    Contents now = contents();
    if (now.find(member).isPresent()) {
      throw StatusPoolException.duplicate(key, member);
    }
    open.set(joined(now, member, priority));
    return handle(member);
  }

  /** The contents that a new member makes of these, if it may join. */
  private Contents joined(Contents others, String member, double priority) {
    requireName("key", member);
    if (member.equals(PoolText.MASTER)) {
      throw StatusPoolException.badName(key, "key", member);
    }
    MemberStatus joining = new MemberStatus(member, member, priority, Optional.empty());
    Priorities.check(key, joining, others);
    return others.with(joining);
  }

  void remove(String member) {
    require(member);
    if (declared.find(member).isPresent()) {
      throw StatusPoolException.declared(key, member);
    }
    open.set(contents().without(member));
    handles.remove(member);
  }

  Optional<PoolMember> find(String member) {
    return contents().find(member).isPresent() ? Optional.of(handle(member)) : Optional.empty();
  }

  List<PoolMember> members() {
    List<PoolMember> members = new ArrayList<>();
    for (MemberStatus member : contents().members()) {
      members.add(handle(member.key()));
    }
    return List.copyOf(members);
  }

  /** How a member stands, with the priority it has. */
  MemberStatus standing(String member) {
    require(member);
    return new Contents(contents().numbered(), Optional.empty()).find(member).orElseThrow();
  }

  void set(String member, Optional<Status> status) {
    Optional<Status> fit =
        status.isEmpty()
            ? status
            : Optional.of(status.get().withMessage(StatusText.fit(status.get().message())));
    open.set(contents().with(require(member).withStatus(fit)));
  }

  void retag(String member, String tag) {
    requireName("tag", tag);
    Optional<MemberStatus> before = declared.find(member);
    if (before.isPresent()) {
      declared = declared.with(before.get().withTag(tag));
    }
    if (before.isEmpty() || open.isOpen()) {
      open.set(contents().with(require(member).withTag(tag)));
    }
  }

  /** The tag of a member that is there; does not ask Juju for that of a declared one. */
  String tag(String member) {
    Optional<MemberStatus> known = declared.find(member);
    return known.isPresent() ? known.get().tag() : require(member).tag();
  }

  void override(Optional<Status> status) {
    open.set(contents().withOverride(status));
  }

  void unset() {
    open.set(contents().unset());
    for (Nest nest : nests) {
      nest.inner.unset();
    }
  }

  Optional<Status> status() {
    return contents().status(message, skipsUnknown);
  }

  void commit() {
    keep();
    Optional<Status> status = status();
    if (status.isEmpty() || holder != null || collected) {
      return;
    }
    if (!ofApplication) {
      session().unit().setStatus(status.get());
    } else if (session().isLeader()) {
      session().application().setStatus(status.get());
    }
  }

  private void keep() {
    for (Nest nest : nests) {
      nest.inner.keep();
    }
    open.keep(contents(), declared);
  }

  /** The end of a hook that succeeded; one that nobody observes is none of the pool's business. */
  @Override
  public void run() {
    boolean concerned = open.isOpen() || !context.observers().isEmpty();
    if (commitsItself && holder == null && concerned) {
      commit();
      if (HookLog.isDebugging()) { // looking up a first logger costs a hook milliseconds
        LoggerFactory.getLogger(StatusPool.class).debug("{} committed itself", key);
      }
    }
  }

  /** What the pool holds, with what nested pools add up to now. */
  private Contents contents() {
    if (!context.observers().isSealed()) {
      throw StatusPoolException.early(key);
    }
    Contents now = open.get(declared);
    for (Nest nest : nests) {
      MemberStatus member = now.find(nest.member).orElseThrow(); // a declared one
      now = now.with(member.withStatus(nest.inner.status()));
    }
    open.set(now);
    return now;
  }

  private MemberStatus require(String member) {
    Contents now = contents();
    Optional<MemberStatus> found = now.find(member);
    if (found.isPresent()) {
      return found.get();
    }
    List<String> present = new ArrayList<>();
    for (MemberStatus other : now.members()) {
      present.add(other.key());
    }
    throw StatusPoolException.absent(key, member, present);
  }

  private PoolMember handle(String member) {
    PoolMember known = handles.get(member);
    if (known == null) {
      known = new PoolMember(this, member);
      handles.put(member, known);
    }
    return known;
  }

  private void requireConstructing(String member) {
    if (context.observers().isSealed()) {
      throw StatusPoolException.late(key, member);
    }
  }

  private void requireName(String kind, String name) {
    if (name.isEmpty() || !StatusText.fit(name).equals(name)) {
      throw StatusPoolException.badName(key, kind, name);
    }
  }

  String key() {
    return key;
  }

  CharmContext context() {
    return context;
  }

  private HookSession session() {
    return context.session();
  }
}
