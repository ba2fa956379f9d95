package dev.charmsignals.histories;

import dev.charmsignals.log.WhenFull;
import dev.charmsignals.log.Window;
import dev.charmsignals.testkit.world.JujuFlavour;
import java.util.List;

/**
 * The world in which a history begins.
 *
 * @param juju4 1 for Juju 4, which compares contents, 0 for Juju 3.6, which counts writes
 * @param kubernetes 1 when unit names are used again
 * @param crossModel 1 when the applications live in two models
 * @param entries how many entries the window has; some editions have twice that
 * @param bytes how many bytes the window has; some editions have twice that
 * @param reject 1 when a full window refuses signals
 * @param talkers how many units the emitting application has
 * @param listeners how many units the other one has
 * @param edition which edition of the charm is deployed
 */
record Setting(
    int juju4,
    int kubernetes,
    int crossModel,
    int entries,
    int bytes,
    int reject,
    int talkers,
    int listeners,
    int edition) {

  JujuFlavour flavour() {
    return juju4 == 1 ? JujuFlavour.JUJU_4 : JujuFlavour.JUJU_3_6;
  }

  /** The window of an edition of the charm. */
  Window window(int edition) {
    int times = (edition & Name.WIDER) == 0 ? 1 : 2;
    return new Window(
        entries * times,
        bytes * times,
        bytes * 2 / 3,
        reject == 1 ? WhenFull.REJECT : WhenFull.DEADMIT_SLOWEST);
  }

  /** Returns {@code juju4=1 kubernetes=0 …}. */
  String text() {
    return ("juju4=%d kubernetes=%d cross-model=%d entries=%d bytes=%d reject=%d talkers=%d"
            + " listeners=%d edition=%d")
        .formatted(
            juju4, kubernetes, crossModel, entries, bytes, reject, talkers, listeners, edition);
  }

  static Setting parse(String text) {
    List<Integer> values =
        List.of(text.strip().split("\\s+")).stream()
            .map(word -> Integer.valueOf(word.substring(word.indexOf('=') + 1)))
            .toList();
    return new Setting(
        values.get(0),
        values.get(1),
        values.get(2),
        values.get(3),
        values.get(4),
        values.get(5),
        values.get(6),
        values.get(7),
        values.get(8));
  }
}
