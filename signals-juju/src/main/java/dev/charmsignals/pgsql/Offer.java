package dev.charmsignals.pgsql;

import dev.charmsignals.hooktools.BagSelection;
import dev.charmsignals.hooktools.SelectedBag;
import dev.charmsignals.json.MalformedException;
import dev.charmsignals.postgresql.ConnectionString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * What one bag of a server offers. Anything may be in there: what is too long, or no connection
 * string, counts as not there, and the log says so without repeating it.
 */
final class Offer {

  static final String MASTER = "master";
  static final String STANDBYS = "standbys";
  static final String ALLOWED_SUBNETS = "allowed-subnets";
  static final String ALLOWED_UNITS = "allowed-units";
  static final String VERSION = "version";

  /** More than a server has to say, and little enough to be read in every hook. */
  static final BagSelection SELECTION = new BagSelection("", 64 << 10, 1000);

  private static final int LONGEST_VERSION = 256;
  private static final int MOST_STANDBYS = 1000;

  private final String bag;
  private final Map<String, String> values;
  private final Request mirror;
  private @Nullable Optional<ConnectionString> master;
  private @Nullable List<ConnectionString> standbys;

  /**
   * Takes what was read.
   *
   * @param bag whose bag it is, for the log
   */
  Offer(String bag, SelectedBag read) {
    this.bag = bag;
    this.values = read.values();
    this.mirror = Request.of(values);
    if (!read.tooLong().isEmpty() || read.extent() != SelectedBag.Extent.WHOLE) {
      LoggerFactory.getLogger(PostgreSqlClient.class)
          .warn(
              "The bag of {} holds more than a PostgreSQL server has to say; {} of its values are"
                  + " left out",
              bag,
              read.tooLong().size());
    }
  }

  /** Reads back what a bag of this side's offers. */
  static DatabaseOffer of(Map<String, String> own) {
    Offer offer =
        new Offer(
            "this application", new SelectedBag(own, 0, List.of(), 0, SelectedBag.Extent.WHOLE));
    return new DatabaseOffer(offer.master(), offer.standbys(), offer.version());
  }

  /** Returns whether all that is asked for was done, for a client with these networks. */
  boolean suits(Request request, List<String> egress) {
    return request.isMetBy(mirror) && Network.cover(text(ALLOWED_SUBNETS), egress);
  }

  Optional<ConnectionString> master() {
    Optional<ConnectionString> known = master;
    if (known == null) {
      String text = text(MASTER).strip();
      List<ConnectionString> read = read(MASTER, text.isEmpty() ? List.of() : List.of(text));
      known = read.isEmpty() ? Optional.empty() : Optional.of(read.get(0));
      master = known;
    }
    return known;
  }

  List<ConnectionString> standbys() {
    List<ConnectionString> known = standbys;
    if (known == null) {
      known = read(STANDBYS, ConnectionString.split(text(STANDBYS)));
      standbys = known;
    }
    return known;
  }

  Optional<String> version() {
    String version = text(VERSION).strip();
    return version.isEmpty() || version.length() > LONGEST_VERSION
        ? Optional.empty()
        : Optional.of(version);
  }

  /** Reads those that can be; of the others there may be any number, so the log tells of one. */
  private List<ConnectionString> read(String key, List<String> texts) {
    List<ConnectionString> read = new ArrayList<>();
    int ignored = Math.max(0, texts.size() - MOST_STANDBYS);
    String reason = "they are too many";
    for (String text : texts.subList(0, texts.size() - ignored)) {
      try {
        ConnectionString string = ConnectionString.read(text);
        if (!string.values().isEmpty()) {
          read.add(string);
        }
      } catch (MalformedException e) {
        ignored++;
        reason = e.reason();
      }
    }
    if (ignored > 0) {
      LoggerFactory.getLogger(PostgreSqlClient.class)
          .warn(
              "Ignored {} of the connection strings that {} publishes as {}; the last one: {}",
              ignored,
              bag,
              key,
              reason);
    }
    return List.copyOf(read);
  }

  private String text(String key) {
    String text = values.get(key);
    return text == null ? "" : text;
  }

  /** Names the bag, and nothing of what is in it. */
  @Override
  public String toString() {
    return "Offer of ".concat(bag);
  }
}
