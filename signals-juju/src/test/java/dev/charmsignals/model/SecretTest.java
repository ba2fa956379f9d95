package dev.charmsignals.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.charmsignals.fake.FakeAgent;
import dev.charmsignals.fake.FakeDeclarations;
import dev.charmsignals.fake.FakeHook;
import dev.charmsignals.hook.HookEnvironment;
import dev.charmsignals.hooktools.HookToolException;
import dev.charmsignals.hooktools.HookTools;
import dev.charmsignals.name.RelationId;
import dev.charmsignals.secret.SecretContent;
import dev.charmsignals.secret.SecretContentException;
import dev.charmsignals.secret.SecretRef;
import dev.charmsignals.secret.SecretTerms;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretTest {

  private static final String URI = "secret:9m4e2mr0ui3e8a215n4g";
  private static final SecretRef REF = new SecretRef(URI);
  private static final SecretContent CONTENT = SecretContent.of("password", "hunter2");

  private final FakeAgent agent = new FakeAgent().answer("is-leader", "false");
  private final HookSession session =
      new HookSession(
          new HookTools(agent),
          HookEnvironment.of(FakeHook.lifecycle("start")),
          new FakeDeclarations());
  private final Secrets secrets = session.model().secrets();
  private final Relation relation = session.relation(new RelationId("db", 7));

  @Test
  void readsTheTrackedContentOnceInAHook() {
    agent.answer("secret-get " + URI, "{\"password\":\"hunter2\"}");

    Optional<SecretContent> first = secrets.get(REF).content();
    Optional<SecretContent> second = secrets.get(REF).content();

    assertEquals(Optional.of(CONTENT), first);
    assertEquals(first, second);
    assertEquals(List.of("secret-get " + URI), agent.calls());
  }

  @Test
  void tracksTheNewestAfterARefreshAndNotAfterAPeek() {
    agent.answer("secret-get " + URI, "{\"password\":\"old\"}");
    agent.answer("secret-get " + URI + " --peek", "{\"password\":\"new\"}");
    agent.answer("secret-get " + URI + " --refresh", "{\"password\":\"new\"}");
    Secret secret = secrets.get(REF);

    Optional<SecretContent> peeked = secret.peek();
    Optional<SecretContent> tracked = secret.content();
    secret.refresh();

    assertEquals(Optional.of(SecretContent.of("password", "new")), peeked);
    assertEquals(Optional.of(SecretContent.of("password", "old")), tracked);
    assertEquals(peeked, secret.content());
  }

  @Test
  void isEmptyUntilItIsGranted() {
    for (String reason : List.of("secret \"" + REF.id() + "\" not found", "permission denied")) {
      agent.fail("secret-get", reason);

      assertEquals(Optional.empty(), secrets.get(REF).content());
      assertEquals(Optional.empty(), secrets.labelled("admin").peek());
    }
  }

  @Test
  void failsForEveryOtherReason() {
    agent.fail("secret-get", "connection refused");

    assertThrows(HookToolException.class, () -> secrets.get(REF).content());
  }

  @Test
  void givesASecretALabelWhenItIsRead() {
    agent.answer("secret-get " + URI + " --label admin", "{\"password\":\"hunter2\"}");

    Secret secret = secrets.get(REF, "admin");

    assertEquals(Optional.of(CONTENT), secret.content());
    assertSame(secret, secrets.labelled("admin"));
    assertSame(secret, secrets.get(REF));
  }

  @Test
  void refusesANonLeaderBeforeJujuIsAsked() {
    var refused =
        assertThrows(NotLeaderException.class, () -> session.application().addSecret(CONTENT));

    assertEquals("add a secret of the application", refused.deed());
    assertEquals(List.of("is-leader"), agent.calls());
  }

  @Test
  void refusesContentThatJujuCannotKeepBeforeJujuIsAsked() {
    SecretContent wrong = SecretContent.of("Password", "hunter2");

    var refused = assertThrows(SecretContentException.class, () -> session.unit().addSecret(wrong));

    assertFalse(refused.getMessage().contains("hunter2"));
    assertEquals(List.of(), agent.calls());
  }

  @Test
  void doesWithANewSecretWhatItsOwnerMay() {
    agent.answerAny("secret-add", URI + "\n");

    Secret secret = session.unit().addSecret(CONTENT, SecretTerms.none().label("admin"));
    secret.grant(relation);
    secret.setTerms(SecretTerms.none().description("for people"));
    secret.remove();

    assertEquals(REF, secret.ref());
    assertSame(secret, secrets.labelled("admin"));
    assertTrue(agent.calls().get(0).startsWith("secret-add --owner unit --label admin --file "));
    assertEquals(
        List.of(
            "secret-grant " + URI + " -r db:7",
            "secret-set " + URI + " --description for people",
            "secret-remove " + URI),
        agent.calls().subList(1, 4));
    assertFalse(agent.calls().toString().contains("hunter2"));
  }

  @Test
  void explainsThatOnlyTheOwnerMayChangeIt() {
    agent.fail("secret-info-get", "secret not found");

    var refused = assertThrows(RefusedDeedException.class, () -> secrets.get(REF).grant(relation));

    assertEquals("grant " + URI, refused.deed());
    assertEquals(List.of("secret-info-get " + URI), agent.calls());
  }

  @Test
  void explainsThatOnlyTheLeaderMayChangeOneOfTheApplication() {
    agent.answer(
        "secret-info-get " + URI,
        "{\"%s\":{\"revision\":1,\"owner\":\"application\"}}".formatted(REF.id()));

    var refused = assertThrows(NotLeaderException.class, () -> secrets.get(REF).removeRevision(1));

    assertEquals("remove a revision of a secret of the application", refused.deed());
    assertEquals(List.of("secret-info-get " + URI, "is-leader"), agent.calls());
  }

  @Test
  void findsTheReferenceOfALabel() {
    agent.answer(
        "secret-info-get --label admin",
        "{\"%s\":{\"revision\":1,\"owner\":\"unit\"}}".formatted(REF.id()));

    Secret secret = secrets.labelled("admin");
    secret.revoke(relation);

    assertEquals(REF, secret.ref());
    assertEquals(
        List.of("secret-info-get --label admin", "secret-revoke " + URI + " -r db:7"),
        agent.calls());
  }

  @Test
  void listsWhatThisSideOwns() {
    agent.answer("secret-ids", "[\"" + REF.id() + "\"]");

    assertEquals(List.of(REF), secrets.owned().stream().map(Secret::ref).toList());
    assertEquals(URI, secrets.owned().get(0).toString());
    assertEquals("secret labelled \"admin\"", secrets.labelled("admin").toString());
  }
}
