package dev.charmsignals.histories;

/**
 * Faults of the kind that such code has had, each a change of a few words in one source file. What
 * finds nothing wrong with them would find nothing wrong with anything.
 */
enum SeededFault {
  CURSOR_OUTSIDE_CHARM_STATE(
      "I1",
      7,
      "signals-juju",
      "bus/LedgerStore",
      "default -> links.put(relation(name), Link.of(Book.parse(text)));",
      """
      default -> {
        Book book = Book.parse(text);
        links.put(relation(name), Link.of(OUTSIDE.getOrDefault(book.id(), book)));
      }
      """,
      "for (Map.Entry<Integer, Link> link : after.links().entrySet()) {",
      """
      for (Map.Entry<Integer, Link> link : after.links().entrySet()) {
        OUTSIDE.put(link.getValue().book().id(), link.getValue().book());
      """,
      "private final CharmState state;",
      """
      private static final Map<Object, Book> OUTSIDE =
          new java.util.concurrent.ConcurrentHashMap<>();
      private final CharmState state;
      """),
  WHAT_IS_PUT_OFF_FORGOTTEN_IN_REMOVE(
      "I1", 5, "signals-juju", "bus/SignalEndpoint", "dispatch.parkAll();", ""),
  CURSOR_MOVED_BEFORE_THE_HANDLER(
      "I1",
      3,
      "signals-juju",
      "bus/Inbox",
      "put(number, unit, peer.attempted(start.stream(), arrival.seq(), failed));",
      "put(number, unit, peer.at(arrival.after(cursor)));"),
  NO_ADMISSION(
      "I1",
      2,
      "signals-core",
      "log/OutgoingLog",
      "if (!audience.barred().contains(receiver)) {",
      "if (audience.barred().contains(receiver)) {"),
  ACK_FOR_EACH_DELIVERY(
      "I6",
      5,
      "signals-core",
      "log/AckRule",
      "if (unacked >= window.entries() - unacked) {",
      "if (unacked > 0) {"),
  TRIM_WITHOUT_ACK(
      "I1",
      1,
      "signals-core",
      "log/OutgoingLog",
      "floor = Math.max(floor, acknowledgedByAll(members.keySet(), audience));",
      "floor = Math.max(floor, header.head());"),
  NO_TOMBSTONES(
      "I2",
      22,
      "signals-juju",
      "bus/Outbox",
      "ended = ended.plus(last, Ended.unit(number, unit));",
      ""),
  SAME_ID_ON_A_RESTORED_BAG(
      "I9",
      673,
      "signals-juju",
      "bus/Standing",
      "return bag.id().equals(id) && bag.head() == head",
      "return bag.id().equals(id)"),
  KEPT_NOT_KEPT(
      "I8",
      18,
      "signals-core",
      "log/StoredEntries",
      "entries.headMap(floor, true).keySet().retainAll(stay);",
      "entries.headMap(floor, true).clear();"),
  GAP_NOT_REPORTED(
      "I1",
      22,
      "signals-core",
      "log/IncomingLog",
      "arrivals.add(new Arrival.Gap(next, seq - 1));",
      ""),
  FAILURES_NOT_COUNTED(
      "I12",
      672,
      "signals-juju",
      "bus/Inbox",
      "outcome == Dispatch.Outcome.AGAIN ? failures + 1 : failures",
      "failures"),
  ONE_TRY_TOO_FEW(
      "I12",
      296,
      "signals-juju",
      "bus/Dispatch",
      "if (failures < attempts) {",
      "if (failures < attempts - 1) {"),
  FAILED_HANDLER_NOT_UNDONE(
      "I4",
      3,
      "signals-juju",
      "bus/Dispatch",
      """
      session.rollback(before);
      return afterFailure(origin, entry, failures + 1, last ? failures + 1 : attempts, e);
      """,
      "return afterFailure(origin, entry, failures + 1, last ? failures + 1 : attempts, e);"),
  MEMBER_NOT_DROPPED("I9", 614, "signals-juju", "bus/Book", "changed.remove(unit);", ""),
  ORDER_LOST_BEHIND_A_DEFERRED_SIGNAL(
      "I3",
      354,
      "signals-juju",
      "bus/Dispatch",
      "if (waits || observer.tell(",
      "if (observer.tell("),
  PARKED_WITHOUT_A_WORD(
      "I1",
      3,
      "signals-juju",
      "bus/Dispatch",
      "for (Handler<? super ParkedEvent> handler : parkedHandlers) {",
      "for (Handler<? super ParkedEvent> handler : parkedHandlers.subList(0, 0)) {"),
  NO_SCAN("I7", 71, "signals-juju", "bus/SignalEndpoint", "inbox.look(relation, unit, false);", ""),
  NO_LAST_WORDS(
      "I1",
      5,
      "signals-juju",
      "bus/SignalEndpoint",
      "inbox.look(relation, unit, leaving);",
      "if (!leaving) inbox.look(relation, unit, leaving);"),
  NOTHING_HELD_FOR_LATER_RELATIONS(
      "I8",
      53,
      "signals-juju",
      "bus/OwnStream",
      "retained.since(0)",
      "retained.since(Long.MAX_VALUE)"),
  REST_OF_A_FIRST_LOOK_FORGOTTEN(
      "I2",
      2973,
      "signals-core",
      "log/Cursor",
      "return new Cursor(stream, seq, acked, entry);",
      "return this;"),
  WINDOW_NOT_RESPECTED(
      "I5",
      3,
      "signals-core",
      "log/StoredEntries",
      "return entries.size() <= window.entries() && bytes() <= window.bytes();",
      "return entries.size() <= window.entries() + 1 && bytes() <= window.bytes();"),
  ABSENCE_NOT_NOTED(
      "I8",
      738,
      "signals-juju",
      "bus/OwnStream",
      "long had = link.book().absentSince().orElse(retained.count());",
      "long had = retained.count();"),
  GAP_OF_A_REPLACED_STREAM_NOT_REPORTED(
      "I1", 673, "signals-juju", "bus/Inbox", "followed |= known != null;", ""),
  LOST_ACK_NOT_WRITTEN_AGAIN(
      "I7",
      100,
      "signals-juju",
      "bus/Book",
      "return mark == 0 || acknowledgement.hashCode() == mark;",
      "return true;"),
  BARRED_BEFORE_ITS_FIRST_LOOK(
      "I1",
      85,
      "signals-core",
      "log/OutgoingLog",
      "lost.put(member.getKey(), member.getValue());",
      ""),
  SPOILT_BAG_LEFT_AS_IT_IS("I7", 18, "signals-juju", "bus/SignalEndpoint", "outbox.showAll();", ""),
  NO_ACK_BY_ITSELF(
      "I7", 43, "signals-core", "log/AckRule", "if (unacked <= 0) {", "if (unacked >= 0) {"),
  NOT_ADMITTED_BY_A_FORMER_ID(
      "I1",
      4509,
      "signals-core",
      "log/IncomingLog",
      "int i = former.size() - 1; admitted",
      "int i = -1; admitted"),
  TRANSIENT_GIVEN_TO_LATE_JOINERS(
      "I8",
      3,
      "signals-core",
      "log/IncomingLog",
      "if (names.add(entry.name()) && entry.kept()) {",
      "if (names.add(entry.name())) {"),
  LAST_WORDS_PARKED(
      "I12",
      5,
      "signals-juju",
      "bus/Dispatch",
      "if (source.isEmpty()) {",
      "if (source.isEmpty() || last) {"),
  LAST_WORDS_FORGOTTEN_WHERE_DEPARTED_WAS_SKIPPED(
      "I8",
      10_582,
      "signals-juju",
      "bus/SignalEndpoint",
      "for (String unit : outbox.units(relation)) { takeLeave(relation, unit); }",
      ""),
  BARRED_WHILE_THERE_IS_ROOM(
      "I1",
      21,
      "signals-core",
      "log/OutgoingLog",
      "if (!all.fit(window)) { floor = Math.max(floor, all.floorThatFits(window));",
      """
      Window smaller = window.entries(window.entries() - 1);
      if (!all.fit(smaller)) {
        floor = Math.max(floor, all.floorThatFits(smaller));
      """),
  SAYS_THAT_EVERYBODY_LEADS(
      "I11",
      2,
      "signals-juju",
      "bus/SignalEndpoint",
      "session.isLeader(), source.isRetained());",
      "true, source.isRetained());"),
  JUNK_FAILS_A_HOOK(
      "I10",
      243,
      "signals-core",
      "log/IncomingLog",
      """
      Optional<String> why = Optional.of(BagKeys.HEADER + " " + e.reason());
      return new Reading(Optional.empty(), false, why, acks, Optional.empty(), List.of());
      """,
      "throw new IllegalStateException(e);"),
  WRITES_WHAT_ONLY_LEADERS_MAY(
      "I11",
      1,
      "signals-juju",
      "bus/OwnStream",
      "Databag bag = relation.ownUnitBag(); for",
      "Databag bag = relation.ownApplicationBag(); for"),
  SAYS_WHEN_IT_LOOKED(
      "I6",
      1,
      "signals-juju",
      "bus/Outbox",
      "Link link = entry.getValue(); if (link.showDue()) {",
      """
      Link link = entry.getValue();
      relation.ownUnitBag().put("looked", String.valueOf(System.nanoTime()));
      if (link.showDue()) {
      """),
  REJECT_IGNORED(
      "I1",
      3,
      "signals-core",
      "log/OutgoingLog",
      "if (!barred.isEmpty() && window.whenFull() == WhenFull.REJECT) {",
      "if (!barred.isEmpty() && window.whenFull() == null) {"),
  ALWAYS_REJECTS(
      "I7",
      21,
      "signals-core",
      "log/OutgoingLog",
      "if (!barred.isEmpty() && window.whenFull() == WhenFull.REJECT) {",
      "if (!barred.isEmpty()) {"),
  BARRED_AND_FORGOTTEN(
      "I1",
      21,
      "signals-juju",
      "bus/Book",
      "changed = changed.with(peer.getKey(), peer.getValue().barredAt(head));",
      "changed = changed.without(peer.getKey());"),
  MEMBER_FORGOTTEN("I1", 1, "signals-juju", "bus/SignalEndpoint", "units.add(unit.value());", ""),
  DELIVERED_ONLY_BY_LOOKING_AROUND(
      "I7",
      1,
      "signals-juju",
      "bus/SignalEndpoint",
      "inbox.look(relation, unit, leaving);",
      "if (leaving) inbox.look(relation, unit, leaving);"),
  A_FEW_AT_A_LOOK(
      "I7",
      44,
      "signals-juju",
      "bus/Inbox",
      "for (Arrival arrival : reading.arrivals()) {",
      """
      int few = last ? Integer.MAX_VALUE : 6;
      for (Arrival arrival : reading.arrivals().stream().limit(few).toList()) {
      """);

  private final String promise;
  private final long seed;
  private final String module;
  private final String file;
  private final String[] patches;

  SeededFault(String promise, long seed, String module, String file, String... patches) {
    this.promise = promise;
    this.seed = seed;
    this.module = module;
    this.file = file;
    this.patches = patches;
  }

  /** The number of the promise that it breaks, such as {@code I1}. */
  String promise() {
    return promise;
  }

  /** The seed of a history that shows it: where to look first. Others do, too. */
  long seed() {
    return seed;
  }

  String module() {
    return module;
  }

  /** The class it is in, such as {@code bus/Inbox}. */
  String file() {
    return file;
  }

  /**
   * Puts the fault into a source text.
   *
   * @throws IllegalStateException when the source no longer has the words that it replaces
   */
  String seed(String source) {
    String seeded = source;
    for (int i = 0; i < patches.length; i += 2) {
      int at = -1;
      String words = patches[i].strip();
      for (int j = 0; j < seeded.length() && at < 0; j++) {
        if (length(seeded, j, words) > 0) {
          at = j;
        }
      }
      if (at < 0) {
        throw new IllegalStateException(
            "%s has no words \"%s\" any more, so seed the fault %s in another way"
                .formatted(file, words, this));
      }
      seeded =
          seeded.substring(0, at)
              + patches[i + 1]
              + seeded.substring(at + length(seeded, at, words));
    }
    return seeded;
  }

  /** How long the words are in the text from here on, white space aside; 0 when they are not. */
  private static int length(String text, int from, String words) {
    int t = from;
    for (int w = 0; w < words.length(); w++) {
      char c = words.charAt(w);
      if (Character.isWhitespace(c)) {
        if (t == text.length() || !Character.isWhitespace(text.charAt(t))) {
          return 0;
        }
        while (t < text.length() && Character.isWhitespace(text.charAt(t))) {
          t++;
        }
        while (w + 1 < words.length() && Character.isWhitespace(words.charAt(w + 1))) {
          w++;
        }
      } else if (t < text.length() && text.charAt(t) == c) {
        t++;
      } else {
        return 0;
      }
    }
    return t - from;
  }
}
