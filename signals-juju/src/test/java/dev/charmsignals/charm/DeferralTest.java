package dev.charmsignals.charm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.charmsignals.fake.FakeAgent;
import dev.charmsignals.fake.FakeDeclarations;
import dev.charmsignals.fake.FakeHook;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What depends on the clock, or shows in the log only. */
class DeferralTest {

  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

  private static final String WAITING =
      "{\"charm-signals/.deferred\":\"{\\\"next\\\":4,\\\"events\\\":[{\\\"n\\\":3,"
          + "\\\"observer\\\":\\\"configure\\\",\\\"event\\\":\\\"config-changed\\\","
          + "\\\"at\\\":1769860800,\\\"facts\\\":{}}]}\"}";

  private final FakeAgent agent = new FakeAgent();
  private final List<String> told = new ArrayList<>();

  @Test
  void offersWhatIsTooOldOnceMoreAndThenParksIt() {
    agent.answer("state-get", WAITING);

    int status = run(FakeHook.lifecycle("start"), NOON.plus(Duration.ofDays(8)), "");

    assertEquals(0, status);
    assertEquals(
        List.of("configure", "parked: it has been deferred for longer than 168 hours"), told);
    assertEquals(
        List.of(
            "state-get",
            "state-set --file - < \"charm-signals/.deferred\":"
                + " \"{\\\"next\\\":4,\\\"events\\\":[]}\"",
            "juju-log -l WARNING -- Deferrals: Event config-changed that observer configure"
                + " deferred is parked: it has been deferred for longer than 168 hours"),
        agent.calls());
  }

  @Test
  void keepsWhatIsNotTooOldAndWritesNothing() {
    agent.answer("state-get", WAITING);

    int status = run(FakeHook.lifecycle("start"), NOON.plus(Duration.ofDays(6)), "");

    assertEquals(0, status);
    assertEquals(List.of("configure"), told);
    assertEquals(List.of("state-get"), agent.calls());
  }

  @Test
  void saysInTheWordsOfOtherToolsWhatItDoes() {
    agent.answer("state-get", WAITING);

    int status = run(FakeHook.lifecycle("start"), NOON, "DEBUG");

    assertEquals(0, status);
    assertEquals(
        List.of(
            "state-get",
            "juju-log -l DEBUG -- Re-emitting deferred event <LifecycleEvent.ConfigChanged via"
                + " OpenCharm/on/config_changed[3]>.",
            "juju-log -l DEBUG -- Deferring <LifecycleEvent.ConfigChanged via"
                + " OpenCharm/on/config_changed[3]>.",
            "juju-log -l DEBUG -- Emitting Juju event start."),
        agent.calls());
  }

  @Test
  void namesRelationsAndActionsAsOtherToolsDo() {
    Map<String, String> action = FakeHook.lifecycle("");
    action.put("JUJU_DISPATCH_PATH", "actions/backup");
    action.put("JUJU_ACTION_NAME", "backup");
    action.put("JUJU_ACTION_UUID", "4");

    run(FakeHook.ofDatabase("changed"), NOON, "DEBUG");
    run(action, NOON, "DEBUG");

    assertEquals(
        List.of(
            "state-get",
            "juju-log -l DEBUG -- Emitting Juju event db_relation_changed.",
            "state-get",
            "juju-log -l DEBUG -- Emitting Juju event backup_action."),
        agent.calls());
  }

  private int run(Map<String, String> environment, Instant now, String threshold) {
    environment.put("CHARM_SIGNALS_LOG", threshold);
    return HookRun.run(
        context -> new OpenCharm(context, told),
        new HookSetting(
            environment, Path.of("/charm"), agent, Clock.fixed(now, ZoneOffset.UTC), () -> 1),
        new FakeDeclarations());
  }

  private static final class OpenCharm extends Charm {

    OpenCharm(CharmContext context, List<String> told) {
      super(context);
      observe(
          on().configChanged(),
          "configure",
          event -> {
            told.add("configure");
            event.defer();
          });
      observe(on().action("backup"), event -> {});
      observeParked(parked -> told.add("parked: " + parked.reason()));
    }
  }
}
