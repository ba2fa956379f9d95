package dev.charmsignals.charm;

import java.util.concurrent.locks.LockSupport;

/** A charm that only its package can see, and that leaves a thread which never ends. */
final class LingeringCharm extends Charm {

  private LingeringCharm(CharmContext context) {
    super(context);
    new Thread(LingeringCharm::linger).start();
    System.out.println("constructed");
  }

  private static void linger() {
    while (true) {
      LockSupport.park();
    }
  }

  public static void main(String[] arguments) {
    CharmMain.run(LingeringCharm::new);
  }
}
