package dev.charmsignals.testkit;

import static dev.charmsignals.testkit.TwoCharms.IDLE;
import static dev.charmsignals.testkit.TwoCharms.p;
import static dev.charmsignals.testkit.TwoCharms.r;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.charmsignals.hooktools.HookReply;
import dev.charmsignals.testkit.world.HookOutcome;
import dev.charmsignals.testkit.world.HookRecord;
import dev.charmsignals.testkit.world.ImpossibleWorldException;
import dev.charmsignals.testkit.world.JujuFlavour;
import dev.charmsignals.testkit.world.SecretFacts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Secrets between two charms, as contract sections 2.17, 2.19 and 5.1 have them. */
class SecretTest {

  private SimulatedRelation relation;

  /** Two applications with two units each; p/0 and r/0 lead. */
  private void deploy(SimulatedJuju juju) {
    juju.deploy("p", p(IDLE)).scale(2).leader("p/0");
    juju.deploy("r", r(IDLE)).scale(2).leader("r/0");
    relation = juju.integrate("p", "r");
    juju.settle();
  }

  private static String add(SimulatedJuju juju, String unit, String... arguments) {
    String[] uri = new String[1];
    juju.unit(unit).exec(hook -> uri[0] = hook.text("secret-add", arguments));
    return uri[0];
  }

  private static String run(SimulatedJuju juju, String unit, String... command) {
    String[] answer = new String[1];
    juju.unit(unit)
        .exec(
            hook -> {
              String[] arguments = new String[command.length - 1];
              System.arraycopy(command, 1, arguments, 0, arguments.length);
              HookReply reply = hook.run(command[0], arguments);
              byte[] said = reply.code() == 0 ? reply.stdout() : reply.stderr();
              answer[0] = new String(said, StandardCharsets.UTF_8).strip();
            });
    return answer[0];
  }

  private String shared(SimulatedJuju juju) {
    String uri = add(juju, "p/0", "--label=db", "password=one");
    run(juju, "p/0", "secret-grant", uri, "-r", "" + relation.number());
    return uri;
  }

  private static List<String> settled(SimulatedJuju juju) {
    return juju.settle().stream().map(HookRecord::toString).sorted().toList();
  }

  @SimulatedJujuTest
  void existsFromTheCommitOn(SimulatedJuju juju) {
    juju.deploy("p", p(IDLE));
    juju.settle();

    juju.unit("p/0")
        .exec(
            hook -> {
              String uri = hook.text("secret-add", "--label=db", "password=hush");
              assertEquals("hush", hook.text("secret-get", uri, "password"));
              assertEquals("password: hush", hook.text("secret-get", "--label=db"));
              assertEquals(uri.substring("secret:".length()), hook.text("secret-ids"));
              assertEquals(List.of(), juju.secrets());
            });

    SecretFacts secret = juju.secret("db");
    assertEquals("p", secret.owner());
    assertEquals(Map.of("password", "hush"), secret.content());
    assertFalse(secret.toString().contains("hush"));
  }

  @SimulatedJujuTest
  void isNoneIfItsHookFails(SimulatedJuju juju) {
    juju.deploy("p", p(IDLE));
    juju.unit("p/0")
        .exec(
            hook -> {
              hook.text("secret-add", "password=hush");
              throw hook.exit(1);
            });

    assertEquals(List.of(), juju.secrets());
  }

  @SimulatedJujuTest
  void ofAnApplicationIsTheLeadersToAdd(SimulatedJuju juju) {
    deploy(juju);

    assertEquals("ERROR this unit is not the leader", run(juju, "p/1", "secret-add", "password=x"));
    String own = add(juju, "p/1", "--owner=unit", "password=x");
    assertEquals("p/1", juju.secrets().get(0).owner());
    assertEquals("ERROR permission denied", run(juju, "p/0", "secret-get", own));
  }

  @SimulatedJujuTest
  void isReadByWhomeverItIsGranted(SimulatedJuju juju) {
    deploy(juju);
    String uri = add(juju, "p/0", "password=one");
    assertEquals("ERROR permission denied", run(juju, "r/0", "secret-get", uri));

    run(juju, "p/0", "secret-grant", uri, "-r", "" + relation.number(), "--unit=r/1");
    assertEquals("ERROR permission denied", run(juju, "r/0", "secret-get", uri));
    assertEquals("password: one", run(juju, "r/1", "secret-get", uri));

    assertEquals(
        "ERROR any unit level grants need to be revoked before granting access to the"
            + " corresponding application",
        run(juju, "p/0", "secret-grant", uri, "-r", "" + relation.number()));
    run(juju, "p/0", "secret-revoke", uri, "--unit=r/1");
    run(juju, "p/0", "secret-grant", uri, "-r", "" + relation.number());
    assertEquals("password: one", run(juju, "r/0", "secret-get", uri));

    run(juju, "p/0", "secret-revoke", uri, "-r", "" + relation.number());
    assertEquals("ERROR permission denied", run(juju, "r/0", "secret-get", uri));
  }

  @SimulatedJujuTest
  void isReadableOnlyWhileTheRelationLasts(SimulatedJuju juju) {
    deploy(juju);
    String uri = shared(juju);
    relation.remove();
    juju.settle();

    assertEquals("ERROR permission denied", run(juju, "r/0", "secret-get", uri));
  }

  @SimulatedJujuTest
  void isReadByTheOwnersOtherUnits(SimulatedJuju juju) {
    deploy(juju);
    String uri = shared(juju);

    assertEquals("password: one", run(juju, "p/1", "secret-get", "--label=db"));
    assertEquals("", run(juju, "p/1", "secret-ids"));
    assertEquals(
        "ERROR secret \"%s\" not found".formatted(uri.substring(7)),
        run(juju, "p/1", "secret-grant", uri, "-r", "" + relation.number()));
  }

  @SimulatedJujuTest
  void keepsARevisionForItsReaderUntilThatRefreshes(SimulatedJuju juju) {
    deploy(juju);
    String uri = shared(juju);
    run(juju, "r/0", "secret-get", uri, "--label=mine");
    run(juju, "p/0", "secret-set", uri, "password=two");

    assertEquals("password: one", run(juju, "r/0", "secret-get", "--label=mine"));
    assertEquals("password: two", run(juju, "r/0", "secret-get", "--label=mine", "--peek"));
    assertEquals("password: one", run(juju, "r/0", "secret-get", uri));
    assertEquals("password: two", run(juju, "r/0", "secret-get", uri, "--refresh"));
    assertEquals("password: two", run(juju, "r/0", "secret-get", uri));
    assertEquals("password: two", run(juju, "r/1", "secret-get", uri));
    assertEquals(
        "ERROR consumer label \"mine\" not found", run(juju, "r/1", "secret-get", "--label=mine"));
  }

  @SimulatedJujuTest
  void tellsItsReadersOnceOfTheNewest(SimulatedJuju juju) {
    deploy(juju);
    String uri = shared(juju);
    run(juju, "r/0", "secret-get", uri, "--label=mine");
    run(juju, "p/0", "secret-set", uri, "password=two");
    run(juju, "p/0", "secret-set", uri, "password=three");
    juju.unit("p/0").hold();

    assertEquals(List.of("r/0 secret-changed mine"), settled(juju));

    List<HookRecord> hooks = juju.unit("r/0").hooks();
    Map<String, String> environment = hooks.get(hooks.size() - 1).environment();
    assertEquals(uri, environment.get("JUJU_SECRET_ID"));
    assertEquals("mine", environment.get("JUJU_SECRET_LABEL"));
    assertFalse(environment.containsKey("JUJU_SECRET_REVISION"));
  }

  @SimulatedJujuTest
  void doesNotChangeWhenItsContentIsTheSame(SimulatedJuju juju) {
    deploy(juju);
    String uri = shared(juju);
    run(juju, "r/0", "secret-get", uri);
    run(juju, "p/0", "secret-set", uri, "--description=again", "password=one");

    assertEquals(List.of(), settled(juju));
    assertEquals(1, juju.secret("db").revisions().size());
    assertEquals("again", juju.secret("db").description());
  }

  @SimulatedJujuTest
  void tellsItsOwnerOfRevisionsThatNobodyReads(SimulatedJuju juju) {
    deploy(juju);
    String uri = shared(juju);
    run(juju, "r/0", "secret-get", uri);
    run(juju, "p/0", "secret-set", uri, "password=two");
    run(juju, "p/0", "secret-set", uri, "password=three");
    juju.unit("r/0").hold();

    assertEquals(List.of("p/0 secret-remove db/2"), settled(juju));
    run(juju, "r/0", "secret-get", uri, "--refresh");
    assertEquals(List.of("p/0 secret-remove db/1"), settled(juju));
    run(juju, "p/0", "secret-remove", uri, "--revision=1");
    assertEquals(List.of(2, 3), List.copyOf(juju.secret("db").revisions().keySet()));
    run(juju, "p/0", "secret-remove", uri);
    assertEquals(List.of(), juju.secrets());
    assertEquals(
        "ERROR secret \"%s\" not found".formatted(uri), run(juju, "r/0", "secret-get", uri));
  }

  @SimulatedJujuTest
  void remindsItsOwnerToRotateIt(SimulatedJuju juju) {
    deploy(juju);
    String uri = add(juju, "p/0", "--label=db", "--rotate=hourly", "password=one");
    assertEquals(List.of(), settled(juju));

    juju.advance(Duration.ofMinutes(61));
    assertEquals(List.of("p/0 secret-rotate db"), settled(juju));
    assertEquals(List.of(), settled(juju));

    juju.advance(Duration.ofMinutes(5));
    juju.unit("p/0")
        .beforeCommit("secret-rotate", () -> run(juju, "p/0", "secret-set", uri, "password=two"));
    assertEquals(List.of("p/0 secret-remove db/1", "p/0 secret-rotate db"), settled(juju));
    juju.advance(Duration.ofMinutes(30));
    assertEquals(List.of(), settled(juju));
    juju.advance(Duration.ofMinutes(31));
    assertEquals(List.of("p/0 secret-rotate db"), settled(juju));
  }

  @SimulatedJujuTest
  void remindsItsOwnerThatItHasExpiredUntilItIsGone(SimulatedJuju juju) {
    deploy(juju);
    String uri = add(juju, "p/0", "--label=db", "--expire=1h", "password=one");

    juju.advance(Duration.ofMinutes(61));
    assertEquals(List.of("p/0 secret-expired db/1"), settled(juju));
    juju.advance(Duration.ofMinutes(6));
    assertEquals(List.of("p/0 secret-expired db/1"), settled(juju));
    run(juju, "p/0", "secret-remove", uri, "--revision=1");
    juju.advance(Duration.ofMinutes(6));
    assertEquals(List.of(), settled(juju));
  }

  @SimulatedJujuTest
  void tellsOfExpiryBeforeRotationBeforeChange(SimulatedJuju juju) {
    deploy(juju);
    String uri = shared(juju);
    run(juju, "p/1", "secret-get", uri);
    String other = add(juju, "p/1", "--owner=unit", "--label=a", "--rotate=hourly", "key=aaa");
    String third = add(juju, "p/1", "--owner=unit", "--label=b", "--expire=1m", "key=aaa");
    run(juju, "p/0", "secret-set", uri, "password=two");
    run(juju, "p/1", "secret-set", other, "key=bbb");
    juju.advance(Duration.ofHours(2));

    juju.unit("p/1").settle();

    List<String> names = juju.unit("p/1").hookNames();
    assertEquals(
        List.of("secret-expired b/1", "secret-rotate a", "secret-changed db", "secret-remove a/1"),
        names.subList(names.size() - 4, names.size()));
    assertEquals(27, third.length());
  }

  @SimulatedJujuTest
  void isRefusedWithTheWholeCommit(SimulatedJuju juju) {
    deploy(juju);
    shared(juju);
    juju.unit("p/0").refuseCommit("update-status", "quota");

    assertEquals(
        "secret with label \"db\" already exists",
        juju.unit("p/0")
            .exec(
                hook -> {
                  hook.setState("a", "b");
                  hook.text("secret-add", "--label=db", "password=x");
                })
            .message());
    assertEquals(Map.of(), juju.unit("p/0").state());
    assertEquals(
        "permission denied",
        juju.unit("p/1")
            .exec(hook -> hook.text("secret-set", juju.secret("db").uri(), "password=x"))
            .message());
  }

  @SimulatedJujuTest
  void needsTheLeaseAtTheCommit(SimulatedJuju juju) {
    deploy(juju);
    juju.unit("p/0").beforeCommit("juju-exec", () -> juju.application("p").leader("p/1"));

    assertEquals(
        "checking leadership continuity: \"p/0\" is not leader of \"p\"",
        juju.unit("p/0").exec(hook -> hook.text("secret-add", "password=x")).message());
    assertEquals(List.of(), juju.secrets());
  }

  @SimulatedJujuTest(flavour = JujuFlavour.JUJU_3_6)
  void survivesARefusedCommitInJuju3(SimulatedJuju juju) {
    juju.deploy("p", p(hook -> hook.text("secret-add", "--label=" + hook.name(), "key=abc")));
    juju.unit("p/0").refuseCommit("start", "quota");
    juju.unit("p/0").runUntil("config-changed");

    HookRecord start = juju.unit("p/0").run("start");

    assertEquals(HookOutcome.REFUSED, start.outcome());
    assertEquals("p", juju.secret("start").owner());
  }

  @SimulatedJujuTest(flavour = JujuFlavour.JUJU_2_9)
  void doesNotExistInJuju2(SimulatedJuju juju) {
    juju.deploy("p", p(IDLE));
    juju.settle();

    assertEquals(
        "ERROR bad request: unknown command: secret-add",
        run(juju, "p/0", "secret-add", "password=x"));
    assertEquals("", run(juju, "p/0", "state-set", "a=b"));
    assertEquals(Map.of("a", "b"), juju.unit("p/0").state());
    List<HookRecord> hooks = juju.unit("p/0").hooks();
    assertEquals(
        List.of("2.9.49"),
        hooks.stream()
            .map(hook -> hook.environment().get("JUJU_VERSION"))
            .filter(Objects::nonNull)
            .distinct()
            .toList());
  }

  @SimulatedJujuTest
  void goesWithItsOwner(SimulatedJuju juju) {
    deploy(juju);
    shared(juju);
    add(juju, "p/1", "--owner=unit", "key=abc");
    juju.unit("p/1").remove();
    juju.settle();
    assertEquals(List.of("p"), juju.secrets().stream().map(SecretFacts::owner).toList());

    juju.application("p").remove();
    juju.settle();

    assertEquals(List.of(), juju.secrets());
  }

  @SimulatedJujuTest
  void showsItsOwnerWhoMayReadIt(SimulatedJuju juju) {
    deploy(juju);
    String uri = shared(juju);

    assertEquals(
        "{\"%s\":{\"revision\":1,\"label\":\"db\",\"owner\":\"application\",\"access\":[{\"target\":"
                .formatted(uri.substring(7))
            + "\"application-r\",\"scope\":\"relation-r.channel#p.channel\",\"role\":\"view\"}]}}",
        run(juju, "p/0", "secret-info-get", uri, "--format=json"));
  }

  @SimulatedJujuTest
  void ofAUserIsNamedInAnOption(SimulatedJuju juju) {
    juju.deploy(
        "p",
        CharmUnderTest.scripted(
            "{name: p, config: {options: {login: {type: secret}}}}",
            hook -> {
              if (hook.is("config-changed") && !hook.config("login").isEmpty()) {
                hook.setState("user", hook.text("secret-get", hook.config("login"), "user"));
              }
              if (hook.is("secret-changed")) {
                String uri = hook.environment().getOrDefault("JUJU_SECRET_ID", "");
                hook.setState("user", hook.text("secret-get", uri, "--refresh", "user"));
              }
            }));
    SimulatedSecret secret = juju.addSecret("login", Map.of("user", "me")).grant("p");
    juju.application("p").config("login", secret.uri());
    juju.settle();
    assertEquals(Optional.of("me"), Optional.ofNullable(juju.unit("p/0").state().get("user")));

    secret.update(Map.of("user", "you"));
    juju.settle();

    assertEquals(Optional.of("you"), Optional.ofNullable(juju.unit("p/0").state().get("user")));
    assertEquals(
        List.of("Config option \"login\" of \"p\" has type secret, which login is not"),
        assertThrows(
                ImpossibleWorldException.class,
                () -> juju.application("p").config("login", "login"))
            .complaints());
  }

  @SimulatedJujuTest
  void ofAUserMustHoldWhatJujuHolds(SimulatedJuju juju) {
    juju.addSecret("login", Map.of("user", "me"));

    assertEquals(
        List.of(
            "\"a\" is no key of a secret; one is lower-case words of at least three letters, such"
                + " as \"password\"",
            "Key \"user\" of a secret is empty; Juju keeps no empty values",
            "There is a secret \"login\" already; add it under another name"),
        assertThrows(
                ImpossibleWorldException.class,
                () -> juju.addSecret("login", Map.of("a", "x", "user", "")))
            .complaints());
  }
}
