package dev.charmsignals.histories;

import com.fasterxml.jackson.databind.JsonNode;
import dev.charmsignals.log.Window;
import dev.charmsignals.testkit.world.Change;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Judges what a commit did to the unit's own bags. */
final class EmitterCheck {

  private final Ground ground;
  private final Committed commit;
  private final Incarnation unit;
  private final Map<Long, Integer> placed = new HashMap<>();
  private final Set<String> begun = new TreeSet<>();

  private EmitterCheck(Ground ground, Committed commit) {
    this.ground = ground;
    this.commit = commit;
    this.unit = commit.unit();
  }

  static void check(Ground ground, Committed commit) {
    new EmitterCheck(ground, commit).check();
  }

  private void check() {
    List<Note.Emitted> emitted = commit.notes(Note.Emitted.class);
    ground.emittedBy(unit).addAll(emitted);
    emitted.forEach(each -> ground.committed().put(each.said(), each.led()));
    commit.ofBags().forEach(this::checkBag);
    for (Note.Emitted each : emitted) {
      int found = placed.getOrDefault(each.said(), 0);
      ground.require(
          found <= each.relations().size() && found + begunFor(each) >= each.relations().size(),
          "I4 visible iff committed",
          "%s %d was emitted to %d relations and stands in %d",
          each.name(),
          each.said(),
          each.relations().size(),
          found);
    }
    remember();
  }

  /** How many streams that it was written to have begun in the same hook, perhaps after it. */
  private long begunFor(Note.Emitted emitted) {
    String to = emitted.endpoint() + ":";
    return begun.stream()
        .filter(
            each -> emitted.target() < 0 ? each.startsWith(to) : each.equals(to + emitted.target()))
        .count();
  }

  private void checkBag(String where, List<Change> changes) {
    String owner = where.substring(where.indexOf(' ') + 1);
    if (!owner.contains("/")) {
      ground.violated("I11 no lease", "the bag of application " + owner + " was written");
      return;
    }
    String endpoint = where.substring(0, where.indexOf(':'));
    int relation = Integer.parseInt(where.substring(where.indexOf(':') + 1, where.indexOf(' ')));
    Bag bag = ground.bag(relation, owner);
    Optional<Wire.Header> had = Wire.header(bag.content());
    TreeMap<Long, String> hadEntries = bag.entries();
    Set<String> changed = new TreeSet<>();
    for (Change change : changes) {
      if (change.after().isPresent()) {
        bag.content().put(change.key(), change.after().get());
      } else {
        bag.content().remove(change.key());
      }
      if (change.key().startsWith("signal")) {
        changed.add(change.key());
      }
    }
    if (changed.isEmpty()) {
      return;
    }
    ground.require(
        bag.isNew(), "I9 no content repeats", where + " holds again what it held before");
    Optional<Wire.Header> header = Wire.header(bag.content());
    if (header.isEmpty()) {
      ground.violated("I9 monotone", where + " was written without a header");
      return;
    }
    checkStream(endpoint, relation, bag, header.get(), had.isPresent());
    if (had.isPresent() && had.get().id().equals(header.get().id())) {
      checkBarred(had.get(), hadEntries, header.get(), bag.entries());
      Set<String> known = peers(relation, true);
      known.retainAll(unit.peers(relation).values());
      ground.stream(header.get().id())
          .ifPresent(
              stream ->
                  MembershipCheck.checkMembers(ground, stream, had.get(), header.get(), known));
    }
    checkAcks(relation, bag, changed);
  }

  private void checkStream(
      String endpoint, int relation, Bag bag, Wire.Header header, boolean hadHeader) {
    boolean begins = !hadHeader || !header.id().equals(unit.own().get(relation));
    if (begins) {
      begun.add(endpoint + ":" + relation);
    }
    unit.own().put(relation, header.id());
    unit.ids(relation).add(header.id());
    Stream stream = ground.stream(header.id(), unit, relation);
    ground.require(
        stream.emitter() == unit && stream.relation() == relation,
        "I9 ids are never shared",
        "%s wrote under the id of %s",
        unit,
        stream);
    long before = stream.head();
    ground.require(
        header.head() >= before && header.floor() >= stream.floor(),
        "I9 monotone",
        "%s went from head %d and floor %d to head %d and floor %d",
        stream,
        before,
        stream.floor(),
        header.head(),
        header.floor());
    checkReplaces(stream, header);
    List<Note.Emitted> mine = new ArrayList<>();
    for (Note.Emitted each : commit.notes(Note.Emitted.class)) {
      if (each.relations().contains(relation)) {
        mine.add(each);
      }
    }
    ground.require(
        begins || header.head() - before >= mine.size(),
        "I4 visible iff committed",
        "%s grew from %d to %d where %d signals were emitted",
        stream,
        before,
        header.head(),
        mine.size());
    for (int i = 0; i < mine.size(); i++) {
      long seq = header.head() - mine.size() + 1 + i;
      if (seq > before) {
        Note.Emitted each = mine.get(i);
        stream.items().put(seq, new Stream.Item(each.said(), each.name()));
        placed.merge(each.said(), 1, Integer::sum);
      }
    }
    header.members().forEach(stream::admit);
    header.barred().forEach(stream::admit); // perhaps in the same hook
    PolicyCheck.checkHeader(ground, stream, header);
    stream.reach(Math.max(before, header.head()), Math.max(stream.floor(), header.floor()));
    TreeMap<Long, String> entries = bag.entries();
    checkEntries(stream, entries);
    checkBounds(stream, entries, header.head() > before);
    if (!stream.meddledWith()) {
      checkKept(stream, entries);
      checkMembers(stream, entries, header);
      if (!begins && header.head() > before) {
        checkAdmission(stream, header);
      }
    }
  }

  /** It names the streams that it replaces, with the heads that they had. */
  private void checkReplaces(Stream stream, Wire.Header header) {
    Map<String, Long> replaced = new LinkedHashMap<>();
    List<String> all = List.copyOf(unit.ids(stream.relation()));
    int now = all.indexOf(stream.id());
    for (String id : all.subList(Math.max(0, now - ReplacedCheck.MOST), now)) {
      replaced.put(id, ground.stream(id).map(Stream::head).orElse(-1L));
    }
    ground.require(
        List.copyOf(header.replaces().entrySet()).equals(List.copyOf(replaced.entrySet())),
        "I1 no loss",
        "%s says that it replaces %s, which is %s",
        stream,
        header.replaces(),
        replaced);
  }

  /** Every entry is what was committed under its number. */
  private void checkEntries(Stream stream, TreeMap<Long, String> entries) {
    for (Map.Entry<Long, String> text : entries.entrySet()) {
      Optional<Wire.Entry> entry = Wire.entry(text.getValue());
      long seq = text.getKey();
      if (entry.isEmpty() || seq > stream.head()) {
        ground.violated("I9 monotone", "entry " + seq + " makes no sense in " + stream);
        continue;
      }
      Stream.Item item = new Stream.Item(entry.get().said(), Name.of(entry.get().name()));
      Stream.Item known = stream.items().putIfAbsent(seq, item);
      ground.require(
          known == null || known.equals(item),
          "I9 monotone",
          "number %d of %s is %s and was %s",
          seq,
          stream,
          item,
          known);
      ground.require(
          ground.committed().containsKey(item.said()),
          "I4 visible iff committed",
          "%s in %s was never committed",
          item,
          stream);
      ground.require(
          entry.get().leader() == ground.committed().getOrDefault(item.said(), false),
          "I11 no lease",
          "%s in %s says that its unit was the leader: %s",
          item,
          stream,
          entry.get().leader());
      Map.Entry<Long, Stream.Item> lower = stream.items().lowerEntry(seq);
      ground.require(
          lower == null || lower.getValue().said() < item.said(),
          "I3 first in, first out",
          "%s has %s before %s",
          stream,
          lower,
          item);
    }
  }

  private void checkBounds(Stream stream, TreeMap<Long, String> entries, boolean grew) {
    // What is there when a unit is upgraded to a smaller window goes when it emits next.
    Window window = ground.setting().window(grew ? unit.edition() : Name.WIDER);
    ground.require(
        entries.size() <= window.entries() && Bag.bytes(entries) <= window.bytes(),
        "I5 bounded",
        "%s holds %d entries of %d bytes",
        stream,
        entries.size(),
        Bag.bytes(entries));
  }

  /** The newest of each retained name is there. */
  private void checkKept(Stream stream, TreeMap<Long, String> entries) {
    Set<Name> seen = EnumSet.noneOf(Name.class);
    for (Map.Entry<Long, Stream.Item> item : stream.items().descendingMap().entrySet()) {
      Name name = item.getValue().name();
      if (name.isRetained() && seen.add(name)) {
        ground.require(
            entries.containsKey(item.getKey()),
            "I8 newest kept",
            "%s does not keep %s, its newest %s",
            stream,
            item.getKey(),
            name);
      }
    }
  }

  /**
   * What a member has not acknowledged is there; unless a meddler made the member up, or another
   * unit has its name by now, since what the unit in whose bag it stands acknowledges counts as
   * said by it.
   */
  private void checkMembers(Stream stream, TreeMap<Long, String> entries, Wire.Header header) {
    for (Map.Entry<String, Long> member : header.members().entrySet()) {
      Optional<Stream> theirs = ground.stream(member.getKey());
      if (theirs.isEmpty() || !ground.isLiving(theirs.get().emitter())) {
        continue;
      }
      long told = stream.acknowledged().getOrDefault(member.getKey(), 0L);
      for (long seq = Math.max(told, member.getValue()) + 1; seq <= header.head(); seq++) {
        ground.require(
            entries.containsKey(seq),
            "I1 no loss",
            "%s lacks %d, which its member %s has not acknowledged",
            stream,
            seq,
            member.getKey());
      }
    }
  }

  /** Whoever the emitter knew as a receiver and knows is a member, unless it was barred. */
  private void checkAdmission(Stream stream, Wire.Header header) {
    for (String receiver : unit.known(stream.relation())) {
      ground.require(
          header.members().containsKey(receiver)
              || !receivers(stream.relation()).contains(receiver)
              || ground.stream(receiver).isEmpty(), // made up, perhaps in two bags
          "I1 no loss",
          "%s has not admitted %s",
          stream,
          receiver);
    }
  }

  /** Nobody loses its membership while there is room for everything. */
  private void checkBarred(
      Wire.Header before,
      TreeMap<Long, String> entriesBefore,
      Wire.Header after,
      TreeMap<Long, String> entriesAfter) {
    if (before.barred().keySet().containsAll(after.barred().keySet())) {
      return;
    }
    TreeMap<Long, String> all = new TreeMap<>(entriesBefore);
    all.putAll(entriesAfter);
    Window window = ground.setting().window(unit.edition());
    long emitted = after.head() - before.head();
    long seen = all.tailMap(before.head(), false).size(); // others came and went in this hook
    ground.require(
        entriesBefore.size() + emitted > window.entries()
            || Bag.bytes(all) > window.bytes()
            || seen < emitted,
        "I1 no loss",
        "%s barred %s, although %d and %d entries of %d bytes are fewer than its window",
        unit,
        after.barred(),
        entriesBefore.size(),
        emitted,
        Bag.bytes(all));
  }

  private Set<String> receivers(int relation) {
    return peers(relation, false);
  }

  /** The ids of those whom charm state knows, with those that were barred or without. */
  private Set<String> peers(int relation, boolean withBarred) {
    return new TreeSet<>(peersByUnit(relation, withBarred).values());
  }

  private Map<String, String> peersByUnit(int relation, boolean withBarred) {
    Map<String, String> receivers = new TreeMap<>();
    for (String endpoint : List.of("talk", "listen", "cluster")) {
      String key = "charm-signals/" + endpoint + "/" + relation;
      if (unit.state().containsKey(key)) {
        receivers.putAll(receivers(bookIn(key), withBarred));
      }
    }
    return receivers;
  }

  private JsonNode bookIn(String key) {
    return Wire.tree(unit.state().getOrDefault(key, "{}"));
  }

  private static Map<String, String> receivers(JsonNode book, boolean withBarred) {
    Map<String, String> receivers = new TreeMap<>();
    for (Map.Entry<String, JsonNode> peer : book.path("peers").properties()) {
      if (peer.getValue().has("id") && (withBarred || !peer.getValue().has("barred"))) {
        receivers.put(peer.getKey(), peer.getValue().path("id").asText());
      }
    }
    return receivers;
  }

  private void remember() {
    for (Change change : commit.ofState()) {
      String[] parts = change.key().split("/");
      if (parts.length == 3 && Character.isDigit(parts[2].charAt(0))) {
        int relation = Integer.parseInt(parts[2]);
        JsonNode book = bookIn(change.key());
        Map<String, String> peers = receivers(book, true);
        MembershipCheck.checkKnown(ground, commit, relation, peers);
        unit.peers(relation)
            .forEach(
                (name, id) -> {
                  if (!id.equals(peers.get(name))) {
                    unit.forgetTries(id);
                  }
                });
        unit.peers(relation).clear();
        unit.peers(relation).putAll(peers);
        unit.known(relation).clear();
        unit.known(relation).addAll(receivers(book, false).values());
        if (ground.skips() && unit.own().containsKey(relation)) {
          // Where departed was skipped, its unit leaves when this one next looks around.
          ground.stream(unit.own().getOrDefault(relation, ""))
              .ifPresent(stream -> stream.admitted().keySet().retainAll(peers.values()));
        }
      }
    }
  }

  private void checkAcks(int relation, Bag bag, Set<String> changed) {
    Map<String, Long> acks = Wire.acks(bag.content());
    // It may owe one to a stream that a meddler made up, or have lost the last.
    boolean excused =
        bag.takeSpoilt() || acks.keySet().stream().anyMatch(id -> ground.stream(id).isEmpty());
    Map<String, Long> news = new TreeMap<>();
    acks.forEach(
        (id, ack) -> {
          long before = bag.acks().getOrDefault(id, 0L);
          ground.require(ack >= before, "I9 monotone", "%s took back its ack of %s", unit, id);
          long cursor = unit.cursors().getOrDefault(id, 0L);
          ground.require(
              ack <= cursor,
              "I1 no loss",
              "%s acknowledged %d of %s and has read %d",
              unit,
              ack,
              id,
              cursor);
          ground.acknowledge(id, unit, relation, ack);
          boolean metAgain = // so that it cannot know whether it has said so
              !unit.peers(relation).containsValue(id) && peers(relation, true).contains(id);
          if (ack > before || metAgain) {
            news.put(id, ack - before);
          }
        });
    bag.acks().putAll(acks);
    if (changed.equals(Set.of("signals-ack")) && !excused && !news.isEmpty()) {
      ground.require(
          news.keySet().stream().anyMatch(this::mayBeDue),
          "I6 quiescence",
          "%s acknowledged %s, which wakes others for nothing",
          unit,
          news);
    }
  }

  /** An ack alone wakes others, so it must be worth it for one stream at least. */
  private boolean mayBeDue(String id) {
    Optional<Stream> stream = ground.stream(id);
    if (ground.setting().entries() < 128
        || ground.setting().bytes() < 128 * 1024
        || stream.isEmpty()
        || stream.get().meddledWith()
        || stream.get().head() >= 30
        || !commit.notes(Note.Missed.class).isEmpty()) {
      return true;
    }
    Bag theirs = ground.bag(stream.get().relation(), stream.get().emitter().unit());
    return Bag.bytes(theirs.entries()) * 5 > ground.setting().bytes();
  }
}
