package dev.charmsignals.rehearsal;

import dev.charmsignals.charm.CharmMain;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;

/**
 * The program that goes through a charm's hooks where there is no Juju, to make Java load the
 * classes that they need: {@code java ... dev.charmsignals.rehearsal.Rehearsal <directory>
 * com.example.MyCharm}.
 *
 * <p>Run in the charm's directory by whoever packs it, with options that have Java note these
 * classes. The hooks are those of a {@linkplain StageCharm charm of its own}, over a socket of its
 * own. Of the real charm only {@code main} and the constructor run, which register handlers and do
 * nothing else; its handlers, which may install software, do not. All classes of its jar are loaded
 * nevertheless, since the handlers will need them.
 *
 * <p>Exits with 0, or with 1 when the charm cannot be constructed, or the path of the directory is
 * too long for a socket; the stack trace then says why. In a directory where no program can be run,
 * which is how some machines mount {@code /tmp}, the hook over hook commands is left out: all that
 * is lost is that such hooks, which only older agents need, start more slowly.
 *
 * <p>Whatever it loads for itself ends up in the archive, so it does not do much.
 */
public final class Rehearsal {

  private Rehearsal() {}

  /**
   * Rehearses a charm.
   *
   * @param arguments an empty directory, which whoever made it deletes, and the charm's main class
   */
  public static void main(String[] arguments) throws Throwable {
    Class<?> charm = Class.forName(arguments[1]);
    Stage stage = Stage.open(Path.of(arguments[0]));
    for (Scene scene : Scene.ALL) {
      if (!scene.needsCommands() || stage.runsCommands()) {
        stage.play(scene);
      }
    }
    CharmMain.rehearse(stage.surroundings());
    construct(charm);
    OwnClasses.load(charm);
    if (Thread.activeCount() > 1) {
      System.exit(0); // the constructor has left a thread that would keep this program alive
    }
  }

  private static void construct(Class<?> charm) throws Throwable {
    Method main = charm.getMethod("main", String[].class);
    main.setAccessible(true); // Java starts a program whose class is not public, too
    try {
      main.invoke(null, (Object) new String[0]);
    } catch (InvocationTargetException failure) {
      throw failure.getCause();
    }
  }
}
