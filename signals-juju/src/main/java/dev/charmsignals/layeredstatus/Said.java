package dev.charmsignals.layeredstatus;

import dev.charmsignals.model.Status;
import dev.charmsignals.model.StatusLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a layer said in this hook.
 *
 * @param layer the layer's name; empty for one that is not known
 * @param rank its strength: the charm has the greatest, a layer that is not declared -1
 * @param status what it said, other than maintenance
 */
record Said(String layer, int rank, Status status) {

  /**
   * Returns what is to be shown of all that was said: the most urgent; of these what the strongest
   * layer said; of these the last. Maintenance is shown at once and never among them, so blocked
   * comes before waiting and waiting before active.
   *
   * @param all in the order in which it was said
   */
  static Optional<Said> winner(List<Said> all) {
    Said winner = null;
    for (Said said : all) {
      if (winner == null || !winner.outdoes(said)) {
        winner = said;
      }
    }
    return Optional.ofNullable(winner);
  }

  private boolean outdoes(Said later) {
    StatusLevel level = status.level();
    return level == later.status.level()
        ? rank > later.rank
        : level.compareTo(later.status.level()) > 0;
  }

  static List<Said> without(List<Said> all, String layer) {
    List<Said> others = new ArrayList<>(all.size());
    for (Said said : all) {
      if (!said.layer.equals(layer)) {
        others.add(said);
      }
    }
    return List.copyOf(others);
  }

  static List<Said> with(List<Said> all, Said last) {
    List<Said> more = new ArrayList<>(all);
    more.add(last);
    return List.copyOf(more);
  }
}
