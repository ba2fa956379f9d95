package dev.charmsignals.model;

import dev.charmsignals.hooktools.BagSelection;
import dev.charmsignals.hooktools.HookReply;
import dev.charmsignals.hooktools.SelectedBag;
import dev.charmsignals.name.RelationId;
import dev.charmsignals.name.UnitName;
import java.util.Map;
import org.slf4j.LoggerFactory;

/**
 * Reads the bags that others write, as far as a hook can hold them: a bag may have 16 MiB of
 * anything, and its answer six times that. What is left out is missing, and reported in numbers.
 * Never throws for what is in a bag, which would fail the hook for as long as the bag is so.
 */
final class ForeignReading {

  private static final int BYTES = 1 << 20;
  private static final int ENTRIES = 20_000;
  private static final BagSelection MOST = BagSelection.everything(BYTES, ENTRIES);

  private ForeignReading() {}

  static Map<String, String> ofUnit(HookSession session, RelationId relation, UnitName unit) {
    SelectedBag read = session.tools().readBag(relation, unit, MOST);
    report(read, "unit bag of ".concat(unit.value()), relation);
    return read.values();
  }

  static Map<String, String> ofApplication(
      HookSession session, RelationId relation, String application) {
    SelectedBag read = session.tools().readBag(relation, application, MOST);
    report(read, "application bag of ".concat(application), relation);
    return read.values();
  }

  private static void report(SelectedBag read, String bag, RelationId relation) {
    int left = read.tooLong().size() + read.omitted();
    if (left == 0 && read.extent() == SelectedBag.Extent.WHOLE) {
      return;
    }
    String cut =
        switch (read.extent()) {
          case WHOLE -> "";
          case TRUNCATED ->
              ", and what comes after the first " + HookReply.MOST_OUTPUT + " bytes of the answer";
          case MALFORMED -> ", and what comes after a part of the answer that is no databag's";
        };
    LoggerFactory.getLogger(Relation.class)
        .warn(
            "Of the {} in {} only {} bytes in {} entries are read; entries left out: {}{}",
            bag,
            relation,
            BYTES,
            ENTRIES,
            left,
            cut);
  }
}
