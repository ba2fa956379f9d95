package dev.charmsignals.examples.benchmarks;

import dev.charmsignals.log.Window;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells how many hooks and bytes it costs to deliver signals to many units.
 *
 * <p>Exits with 0 only if that is close to what Juju cannot do without.
 */
public final class DeliveryCost {

  private static final int SIGNALS =
      192; // of each busy emitter: three halves of a window, so three acknowledgements
  private static final int BURST = 16;

  private static final int WIDE = 1024;

  private static final String HEAD =
      """
                                           observers                 emitters            both   to emit
      m x n    busy window signals   floor   hooks  over  KiB read     hooks  KiB read   over  KiB read  largest
                            a hook             of one signal             of one signal                   bag KiB  idle""";

  private DeliveryCost() {}

  /** Started by {@code scripts/delivery-cost}. */
  public static void main(String[] arguments) {
    System.exit(run(System.out) ? 0 : 1);
  }

  private static boolean run(PrintStream out) {
    List<String> complaints = new ArrayList<>();
    out.println(HEAD);
    for (int signalsPerHook : new int[] {1, BURST}) {
      for (int[] size : new int[][] {{1, 1}, {3, 3}, {3, 20}, {3, 100}}) {
        measure(
            new Load(size[0], size[1], SIGNALS / signalsPerHook, signalsPerHook), out, complaints);
      }
    }
    int window = Window.DEFAULT.entries();
    measure(new Load(3, 3, 100, SIGNALS, 1, window), out, complaints);
    measure(new Load(3, 3, 100, SIGNALS / BURST, BURST, window), out, complaints);
    measure(new Load(3, 1, 100, WIDE / 2 / BURST, BURST, WIDE), out, complaints);
    measure(new Load(3, 3, 100, WIDE / 2 / BURST, BURST, WIDE), out, complaints);
    out.println();
    complaints.forEach(complaint -> out.println("TOO DEAR: " + complaint));
    return complaints.isEmpty();
  }

  private static void measure(Load load, PrintStream out, List<String> complaints) {
    Delivery delivery = Delivery.of(load);
    print(delivery, out);
    String name =
        "%d x %d, %d busy, %d a hook"
            .formatted(load.emitters(), load.observers(), load.busy(), load.signalsPerHook());
    delivery.complaints().forEach(each -> complaints.add(name + ": " + each));
  }

  private static void print(Delivery delivery, PrintStream out) {
    Load load = delivery.load();
    int signals = load.signals();
    out.printf(
        "%-8s %4d %6d %7d %7.2f %7.2f %4.0f%% %9.1f %9.2f %9.1f %5.1f%% %9.1f %8.1f %5d%n",
        load.emitters() + " x " + load.observers(),
        load.busy(),
        load.window(),
        load.signalsPerHook(),
        (double) load.floor() / signals,
        delivery.observers().hooksPer(signals),
        delivery.observersOver() * 100,
        delivery.observers().kibibytesPer(signals),
        delivery.emitters().hooksPer(signals),
        delivery.emitters().kibibytesPer(signals),
        delivery.bothOver() * 100,
        delivery.emitting().kibibytesPer(signals),
        delivery.largestBag() / 1024.0,
        delivery.idleHooks());
  }
}
