package dev.charmsignals.statuses;

import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.model.HookSession;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedUnit;
import dev.charmsignals.testkit.command.WorkloadStatus;
import dev.charmsignals.testkit.world.ActionResult;
import dev.charmsignals.testkit.world.HookOutcome;
import dev.charmsignals.testkit.world.HookRecord;
import dev.charmsignals.testkit.world.LogRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A unit whose charm has a part of some kind, and does with it in each update-status what the test
 * says. Each hook has a new charm and a new part, as if each were a process.
 *
 * @param <P> the part
 */
public final class Stage<P> {

  private static final String METADATA = "name: staged\nactions:\n  act: {}";
  private static final String CONFIG = "options:\n  port: {type: int}";

  private final SimulatedJuju juju;
  private Function<CharmContext, P> maker;
  private Deed<P> deed = (part, session) -> {};

  /** What a charm does in a hook. */
  @FunctionalInterface
  public interface Deed<P> {

    /** Does it. */
    void with(P part, HookSession session) throws Exception;
  }

  /** The same where only the part matters. */
  @FunctionalInterface
  public interface SimpleDeed<P> {

    /** Does it. */
    void with(P part) throws Exception;
  }

  private final class Staged extends Charm {

    Staged(CharmContext context) {
      super(context);
      P part = maker.apply(context);
      observe(on().updateStatus(), event -> deed.with(part, context.session()));
      observe(on().action("act"), event -> deed.with(part, context.session()));
    }
  }

  private Stage(SimulatedJuju juju, Function<CharmContext, P> maker) {
    this.juju = juju;
    this.maker = maker;
  }

  /** Deploys such a charm and runs the hooks that come first, in which it does nothing. */
  public static <P> Stage<P> of(SimulatedJuju juju, Function<CharmContext, P> maker) {
    Stage<P> stage = new Stage<>(juju, maker);
    juju.deploy("a", stage.charm());
    juju.settle();
    return stage;
  }

  /** Refreshes the charm to a revision whose part is of another making. */
  public void refresh(Function<CharmContext, P> revision) {
    maker = revision;
    juju.application("a").refresh(charm());
    juju.settle();
  }

  private CharmUnderTest charm() {
    return CharmUnderTest.inProcess(context -> new Staged(context), METADATA, CONFIG);
  }

  /** Runs a hook in which the charm does this, and which has to succeed. */
  public HookRecord hook(Deed<P> next) {
    HookRecord hook = run(next);
    if (hook.outcome() != HookOutcome.COMMITTED) {
      throw new AssertionError("The hook failed: " + hook.logs());
    }
    return hook;
  }

  /** The same where only the part matters. */
  public HookRecord hook(SimpleDeed<P> next) {
    return hook((part, session) -> next.with(part));
  }

  /** Runs a hook in which the charm does this, and which may fail. */
  public HookRecord run(Deed<P> next) {
    deed = next;
    return unit().updateStatus().run("update-status");
  }

  /** Runs an action in which the charm does this, and which has to complete; returns its log. */
  public List<String> action(SimpleDeed<P> next) {
    deed = (part, session) -> next.with(part);
    int before = unit().logs().size();
    ActionResult result = unit().runAction("act");
    if (!result.completed()) {
      throw new AssertionError(result);
    }
    return unit().logs().stream().skip(before).map(Stage::text).toList();
  }

  /** Runs a hook in which the charm does nothing. */
  public HookRecord idle() {
    return hook(part -> {});
  }

  /** Returns the unit. */
  public SimulatedUnit unit() {
    return juju.unit("a/0");
  }

  /** Returns what the unit says, as in {@code blocked (workload) no disk}. */
  public String shown() {
    return text(unit().status());
  }

  /** Returns every status that the charm has set in some hook, in order. */
  public static List<String> sent(HookRecord hook) {
    List<String> sent = new ArrayList<>();
    for (var command : hook.commands()) {
      List<String> arguments = command.arguments();
      if (command.command().equals("status-set")) {
        sent.add(
            String.join(" ", arguments.subList(arguments.indexOf("--") + 1, arguments.size())));
      }
    }
    return sent;
  }

  /** Returns every status that the charm has set since it was deployed, in order. */
  public List<String> sent() {
    return unit().hooks().stream().flatMap(hook -> sent(hook).stream()).toList();
  }

  /** Returns the message of the exception that made a hook fail. */
  public static String failure(HookRecord hook) {
    String text = logged(hook).get(0).lines().findFirst().orElseThrow();
    return text.replaceFirst(".*Exception: ", "");
  }

  /** Returns what a hook logged, as in {@code INFO text}. */
  public static List<String> logged(HookRecord hook) {
    return hook.logs().stream().map(Stage::text).toList();
  }

  private static String text(LogRecord line) {
    return line.level() + " " + line.text();
  }

  /** Returns a status as in {@code blocked (workload) no disk}. */
  public static String text(WorkloadStatus status) {
    return status.status() + " " + status.message();
  }
}
