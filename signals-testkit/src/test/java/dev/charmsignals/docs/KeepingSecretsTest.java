package dev.charmsignals.docs;

import static dev.charmsignals.model.Status.active;
import static dev.charmsignals.model.Status.waiting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.charmsignals.bus.SignalEvent;
import dev.charmsignals.charm.Charm;
import dev.charmsignals.charm.CharmContext;
import dev.charmsignals.event.LifecycleEvent;
import dev.charmsignals.event.RelationEvent;
import dev.charmsignals.event.SecretEvent;
import dev.charmsignals.model.Secret;
import dev.charmsignals.secret.SecretContent;
import dev.charmsignals.secret.SecretRef;
import dev.charmsignals.secret.SecretRotation;
import dev.charmsignals.secret.SecretTerms;
import dev.charmsignals.signal.ObjectSignals;
import dev.charmsignals.signal.Signal;
import dev.charmsignals.signal.SignalSource;
import dev.charmsignals.testkit.CharmUnderTest;
import dev.charmsignals.testkit.SimulatedJuju;
import dev.charmsignals.testkit.SimulatedJujuTest;
import dev.charmsignals.testkit.SimulatedSecret;
import dev.charmsignals.testkit.command.WorkloadStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the page on secrets shows: one charm owns a password, another one reads it. */
class KeepingSecretsTest {

  private static final String VAULT =
      """
      name: vault
      provides:
        access: {interface: my-access}
      """;

  private static final String CLIENT =
      """
      name: client
      requires:
        access: {interface: my-access}
      config:
        options:
          license: {type: secret}
      """;

  private static final WorkloadStatus CONNECTED = new WorkloadStatus("active", "password of 8");

  private static void deployBoth(SimulatedJuju juju) {
    juju.deploy("vault", CharmUnderTest.inProcess(Vault::new, VAULT));
    juju.deploy("client", CharmUnderTest.inProcess(PasswordReader::new, CLIENT));
    juju.integrate("vault:access", "client:access");
  }

  // region test
  @SimulatedJujuTest
  void readsWhatItIsGranted(SimulatedJuju juju) {
    deployBoth(juju);

    juju.settle();

    assertEquals(Map.of("password", "hunter 1"), juju.secret("access-0").content());
    assertEquals(new WorkloadStatus("active", "password of 8"), juju.unit("client/0").status());
  }

  @SimulatedJujuTest
  void readsTheNextPasswordAfterAMonth(SimulatedJuju juju) {
    deployBoth(juju);
    juju.settle();

    juju.advance(Duration.ofDays(32));
    juju.settle();

    assertEquals(Map.of("password", "hunter 22"), juju.secret("access-0").content());
    assertEquals(new WorkloadStatus("active", "password of 9"), juju.unit("client/0").status());
  }

  // endregion

  @SimulatedJujuTest
  void waitsUntilItIsGranted(SimulatedJuju juju) {
    deployBoth(juju);
    SimulatedSecret license = juju.addSecret("license", Map.of("key", "abc"));
    juju.settle();
    juju.application("client").config("license", license.uri());
    juju.settle();
    WorkloadStatus before = juju.unit("client/0").status();

    license.grant("client");
    juju.unit("client/0").updateStatus();
    juju.settle();

    assertEquals(new WorkloadStatus("waiting", "waiting for a grant of the license"), before);
    assertEquals(new WorkloadStatus("active", "licensed"), juju.unit("client/0").status());
  }

  @SimulatedJujuTest
  void removesARevisionThatNobodyReadsAnyMore(SimulatedJuju juju) {
    deployBoth(juju);
    juju.settle();
    juju.advance(Duration.ofDays(32));
    juju.settle();

    assertEquals(List.of(2), List.copyOf(juju.secret("access-0").revisions().keySet()));
  }

  @SimulatedJujuTest
  void tellsNobodyElse(SimulatedJuju juju) {
    deployBoth(juju);
    juju.settle();
    juju.advance(Duration.ofDays(32));
    juju.settle();

    assertEquals(CONNECTED.status(), juju.unit("client/0").status().status());
    assertFalse(juju.timeline().contains("hunter"));
    assertFalse(juju.logs().toString().contains("hunter"));
    assertFalse(juju.relations().toString().contains("hunter"));
  }
}

// region declare
record PasswordGranted(SecretRef password) implements Signal {}

final class AccessSignals extends ObjectSignals {
  final SignalSource<PasswordGranted> granted = source(PasswordGranted.class);
}

// endregion

final class Vault extends Charm {
  private final AccessSignals clients = signals(new AccessSignals(), "access");

  Vault(CharmContext context) {
    super(context);
    observe(on().relation("access").created(), this::give);
    observe(on().secretRotate(), this::rotate);
    observe(on().secretRemove(), this::tidy);
  }

  // region own
  private void give(RelationEvent.Created event) {
    if (!isLeader()) {
      return;
    }
    Secret secret =
        application()
            .addSecret(
                SecretContent.of("password", newPassword(1)),
                SecretTerms.none()
                    .label("access-" + event.relation().id().number())
                    .rotate(SecretRotation.MONTHLY));
    secret.grant(event.relation());
    clients.granted.emitTo(event.relation(), new PasswordGranted(secret.ref()));
  }

  private void rotate(SecretEvent.Rotate event) {
    event.secret().setContent(SecretContent.of("password", newPassword(22)));
  }

  private void tidy(SecretEvent.Remove event) {
    event.secret().removeRevision(event.revision());
  }

  // endregion

  private static String newPassword(int number) {
    return "hunter " + number;
  }
}

final class PasswordReader extends Charm {
  private final AccessSignals vault = signals(new AccessSignals(), "access");

  PasswordReader(CharmContext context) {
    super(context);
    observe(vault.granted, "connect", this::connect);
    observe(on().secretChanged(), this::reconnect);
    observe(on().configChanged(), this::license);
    observe(on().updateStatus(), this::license);
  }

  // region read
  private void connect(SignalEvent<PasswordGranted> event) {
    Secret secret = secrets().get(event.signal().password(), "database");
    Optional<SecretContent> content = secret.content();
    if (content.isEmpty()) { // the reference was faster than the grant
      event.defer();
      unit().setStatus(waiting("waiting for a grant of the password"));
      return;
    }
    connectWith(content.get());
  }

  private void reconnect(SecretEvent.Changed event) {
    event.secret().refresh().ifPresent(this::connectWith);
  }

  // endregion

  // region config
  record Options(Optional<SecretRef> license) {}

  private void license(LifecycleEvent event) {
    Optional<SecretRef> license = config().load(Options.class).license();
    if (license.isEmpty()) {
      return;
    }
    Optional<SecretContent> content = secrets().get(license.get()).content();
    unit()
        .setStatus(
            content.isPresent()
                ? active("licensed")
                : waiting("waiting for a grant of the license"));
  }

  // endregion

  private void connectWith(SecretContent content) {
    int length = content.value("password").orElse("").length();
    unit().setStatus(active("password of " + length));
  }
}
