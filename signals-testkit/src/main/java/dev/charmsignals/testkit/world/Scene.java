package dev.charmsignals.testkit.world;

import dev.charmsignals.testkit.state.Event;
import dev.charmsignals.testkit.state.WorldState;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One unit's world that is set up from a value, runs one hook or action, and is read back.
 *
 * <p>The model is the same as everywhere; what the unit sees of others is played by applications
 * that never run a hook. Tests use the test kit's {@code Transition}.
 */
public final class Scene {

  private final Model model;
  private final Unit unit;
  private final WorldState before;
  private final Event event;

  private Scene(Model model, Unit unit, WorldState before, Event event) {
    this.model = model;
    this.unit = unit;
    this.before = before;
    this.event = event;
  }

  /**
   * What became of it.
   *
   * @param run the hook or the action as it ran; empty for an action that never started
   * @param action what the operator was told, if it was an action
   * @param after the world afterwards
   */
  public record Played(Optional<HookRecord> run, Optional<ActionResult> action, WorldState after) {}

  /**
   * Sets the world up, lets the event happen and looks at what there is afterwards.
   *
   * @param checks the health checks in the plan of each container, by its name
   * @throws ImpossibleWorldException that lists everything for which Juju could not have produced
   *     the state or the event in it
   */
  public static Played play(
      RunnableCharm charm,
      JujuFlavour flavour,
      long seed,
      WorldState state,
      Map<String, Set<String>> checks,
      Event event) {
    ImpossibleWorldException.throwUnlessEmpty(
        new StateRules(charm.metadata(), flavour, state).complaints(event, checks));
    Model model = new Model(flavour, seed);
    Unit unit = new SceneSetting(model, charm, state).build(event);
    return new Scene(model, unit, state, event).play();
  }

  private Played play() {
    Optional<ActionResult> action = Optional.empty();
    if (event.hook().equals(HookKind.ACTION.word())) {
      action =
          Optional.of(
              new OperatorRuns(model).action(unit.name(), event.about(), event.parameters()));
    } else {
      HookRunner.run(model, unit, SceneEvent.hook(model, unit, before, event));
    }
    Optional<HookRecord> run = model.journal().hooks().stream().findFirst();
    boolean committed =
        run.filter(record -> record.outcome().committed()).isPresent()
            || run.filter(record -> record.outcome() == HookOutcome.MISSING).isPresent();
    WorldState after = new SceneReading(model, unit, before).after(event, committed);
    return new Played(run, action, after);
  }
}
