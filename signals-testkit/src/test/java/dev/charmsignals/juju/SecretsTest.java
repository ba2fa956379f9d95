package dev.charmsignals.juju;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.model.HookSession;
import dev.charmsignals.model.NotLeaderException;
import dev.charmsignals.model.RefusedDeedException;
import dev.charmsignals.model.Secret;
import dev.charmsignals.secret.SecretContent;
import dev.charmsignals.secret.SecretInfo;
import dev.charmsignals.secret.SecretRef;
import dev.charmsignals.secret.SecretRotation;
import dev.charmsignals.secret.SecretTerms;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.world.SecretFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The life of a secret, between {@code own} and {@code read}. */
class SecretsTest {

  private static final SecretContent ONE = SecretContent.of("password", "hunter1");
  private static final SecretContent TWO = SecretContent.of("password", "hunter2");

  private final Probe owners = new Probe();
  private final Probe readers = new Probe();

  private void deploy(SimulatedJuju juju, boolean acrossModels) {
    juju.deploy("own", owners.charm("name: own\nprovides:\n  db: {interface: x}\n"));
    juju.application("own").scale(2).leader("own/0");
    juju.deploy("read", readers.charm("name: read\nrequires:\n  db: {interface: x}\n"));
    if (acrossModels) {
      juju.integrateAcrossModels("own:db", "read:db");
    } else {
      juju.integrate("own:db", "read:db");
    }
    juju.settle();
  }

  /** Has the leader add a secret labelled "db" and grant it. */
  private SecretRef share(SimulatedJuju juju) {
    assertTrue(
        owners.act(
            juju,
            "own/0",
            session -> {
              Secret secret = session.application().addSecret(ONE, SecretTerms.none().label("db"));
              secret.grant(session.relations("db").get(0));
            }));
    return new SecretRef(juju.secret("db").uri());
  }

  private <T> T ask(SimulatedJuju juju, String unit, Function<HookSession, T> question) {
    List<T> answers = new ArrayList<>();
    Probe probe = unit.startsWith("own") ? owners : readers;
    assertTrue(probe.act(juju, unit, session -> answers.add(question.apply(session))));
    return answers.get(0);
  }

  @SimulatedJujuTest
  void isReadOnceItIsGrantedAndAsLongAsItIs(SimulatedJuju juju) {
    deploy(juju, false);
    owners.act(
        juju,
        "own/0",
        session -> session.application().addSecret(ONE, SecretTerms.none().label("db")));
    SecretRef ref = new SecretRef(juju.secret("db").uri());
    Function<HookSession, Optional<SecretContent>> read =
        session -> session.model().secrets().get(ref).content();

    Optional<SecretContent> before = ask(juju, "read/0", read);
    owners.act(
        juju,
        "own/0",
        session -> session.model().secrets().labelled("db").grant(session.relations("db").get(0)));
    Optional<SecretContent> granted = ask(juju, "read/0", read);
    owners.act(
        juju,
        "own/0",
        session -> session.model().secrets().get(ref).revoke(session.relations("db").get(0)));

    assertEquals(Optional.empty(), before);
    assertEquals(Optional.of(ONE), granted);
    assertEquals(Optional.empty(), ask(juju, "read/0", read));
  }

  @SimulatedJujuTest
  void isReadAcrossModels(SimulatedJuju juju) {
    deploy(juju, true);
    SecretRef ref = share(juju);

    assertEquals(
        Optional.of(ONE),
        ask(juju, "read/0", session -> session.model().secrets().get(ref).content()));
  }

  @SimulatedJujuTest
  void doesNotExistWhenItsHookFails(SimulatedJuju juju) {
    deploy(juju, false);

    owners.failure(
        juju,
        "own/0",
        session -> {
          session.application().addSecret(ONE);
          throw new IllegalStateException("disk full");
        });

    assertEquals(List.of(), juju.secrets());
  }

  @SimulatedJujuTest
  void isSeenAsItWasUntilItsReaderRefreshes(SimulatedJuju juju) {
    deploy(juju, false);
    SecretRef ref = share(juju);
    ask(juju, "read/0", session -> session.model().secrets().get(ref, "mine").content());

    owners.act(juju, "own/0", session -> session.model().secrets().labelled("db").setContent(TWO));
    juju.settle();
    List<Optional<SecretContent>> seen =
        ask(
            juju,
            "read/0",
            session -> {
              Secret secret = session.model().secrets().labelled("mine");
              return List.of(secret.content(), secret.peek(), secret.refresh(), secret.content());
            });

    assertEquals(
        List.of(Optional.of(ONE), Optional.of(TWO), Optional.of(TWO), Optional.of(TWO)), seen);
    assertEquals(List.of("read/0 changed mine"), readers.told);
  }

  @SimulatedJujuTest
  void isItsLeadersToChange(SimulatedJuju juju) {
    deploy(juju, false);
    SecretRef ref = share(juju);

    RuntimeException added =
        owners.failure(juju, "own/1", session -> session.application().addSecret(TWO));
    RuntimeException changed =
        owners.failure(
            juju, "own/1", session -> session.model().secrets().get(ref).setContent(TWO));
    RuntimeException foreign =
        readers.failure(juju, "read/0", session -> session.model().secrets().get(ref).remove());

    assertInstanceOf(NotLeaderException.class, added);
    assertTrue(
        changed instanceof NotLeaderException || changed instanceof RefusedDeedException,
        changed::toString);
    assertInstanceOf(RefusedDeedException.class, foreign);
    assertEquals(Map.of("password", "hunter1"), juju.secret("db").content());
  }

  @SimulatedJujuTest
  void keepsTheTermsThatAreNotMentioned(SimulatedJuju juju) {
    deploy(juju, false);
    share(juju);

    owners.act(
        juju,
        "own/0",
        session ->
            session
                .model()
                .secrets()
                .labelled("db")
                .setTerms(SecretTerms.none().rotate(SecretRotation.DAILY).description("of db")));
    SecretInfo info =
        ask(
            juju,
            "own/0",
            session -> session.model().secrets().labelled("db").info().orElseThrow());

    assertEquals(
        List.of(Optional.of("db"), Optional.of("of db"), SecretRotation.DAILY, 1L, false),
        List.of(
            info.label(),
            info.description(),
            info.rotation(),
            info.revision(),
            info.ownedByUnit()));
    juju.advance(Duration.ofDays(2));
    juju.settle();
    assertTrue(owners.told.contains("own/0 rotate db"));
  }

  @SimulatedJujuTest
  void expiresAndIsTidiedUp(SimulatedJuju juju) {
    deploy(juju, false);
    owners.act(
        juju,
        "own/1",
        session ->
            session
                .unit()
                .addSecret(
                    ONE, SecretTerms.none().label("brief").expireAfter(Duration.ofHours(1))));

    juju.advance(Duration.ofHours(2));
    juju.settle();

    assertEquals(List.of("own/1 expired 1 brief"), owners.told);
  }

  @SimulatedJujuTest
  void isListedToItsOwnerUntilItIsRemoved(SimulatedJuju juju) {
    deploy(juju, false);
    SecretRef ref = share(juju);
    Function<HookSession, List<SecretRef>> owned =
        session -> session.model().secrets().owned().stream().map(Secret::ref).toList();

    assertEquals(List.of(ref), ask(juju, "own/0", owned));
    owners.act(juju, "own/0", session -> session.model().secrets().get(ref).remove());
    assertEquals(List.of(), ask(juju, "own/0", owned));
    assertEquals(List.of(), juju.secrets().stream().map(SecretFacts::uri).toList());
  }

  @SimulatedJujuTest
  void leavesNoContentInRecordsLogsOrFailures(SimulatedJuju juju) {
    deploy(juju, false);
    SecretRef ref = share(juju);

    RuntimeException failure =
        owners.failure(
            juju,
            "own/0",
            session -> {
              Secret secret = session.model().secrets().get(ref);
              secret.setContent(TWO);
              throw new IllegalStateException(
                  "%s %s %s".formatted(secret, secret.content(), secret.info()));
            });

    assertFalse(failure.toString().contains("hunter"), failure::toString);
    assertFalse(juju.timeline().contains("hunter"));
    assertFalse(juju.logs().toString().contains("hunter"));
  }
}
