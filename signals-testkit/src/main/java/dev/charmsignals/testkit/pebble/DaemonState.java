package dev.charmsignals.testkit.pebble;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** All that one simulated Pebble knows. For any thread. */
final class DaemonState {

  final Path root;
  final Clockwork clock = new Clockwork();
  final PlanBook plan = new PlanBook();
  final ChangeBook changes = new ChangeBook(clock);
  final NoticeBook notices = new NoticeBook(clock);
  final ServiceBook services = new ServiceBook(clock);
  final CheckBook checks = new CheckBook(plan, changes, notices);
  final LogBook logs = new LogBook(clock);
  final IdentityBook identities = new IdentityBook();
  final ServiceActions actions = new ServiceActions(this);
  final Commands commands = new Commands(this);
  private final Queue<PebbleEvent> events = new ConcurrentLinkedQueue<>();

  DaemonState(Path root) {
    this.root = root;
  }

  /** Says something to whoever plays the agent. */
  void tell(PebbleEvent event) {
    events.add(event);
  }

  List<PebbleEvent> takeEvents() {
    List<PebbleEvent> taken = new ArrayList<>();
    for (PebbleEvent event = events.poll(); event != null; event = events.poll()) {
      taken.add(event);
    }
    return taken;
  }

  /** Forgets what a restart of the container makes a Pebble forget. */
  void restart() {
    synchronized (actions) {
      plan.clear();
      services.clear();
      checks.clear();
      commands.killAll();
    }
  }

  void inBackground(String name, Runnable work) {
    Thread thread = new Thread(work, "simulated-pebble-" + name);
    thread.setDaemon(true);
    thread.start();
  }
}
