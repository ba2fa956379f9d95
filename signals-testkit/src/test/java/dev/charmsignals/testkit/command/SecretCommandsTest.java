package dev.charmsignals.testkit.command;

import static dev.charmsignals.testkit.command.InMemorySecrets.ID;
import static dev.charmsignals.testkit.command.Shell.Reply.failed;
import static dev.charmsignals.testkit.command.Shell.Reply.misused;
import static dev.charmsignals.testkit.command.Shell.Reply.printed;
import static dev.charmsignals.testkit.command.Shell.Reply.silent;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The secret commands' arguments and answers, as contract section 2.17 has them. */
class SecretCommandsTest {

  private final InMemoryContext context = new InMemoryContext();
  private final InMemorySecrets secrets = context.secrets;
  private final Shell shell = new Shell(context);

  @TempDir Path directory;

  @Test
  void addsASecretWithEverythingThatCanBeSaid() {
    assertEquals(
        printed("secret:" + ID + "\n"),
        shell.run(
            "secret-add",
            "--label=db",
            "--description",
            "hush",
            "--rotate=daily",
            "--expire=1h30m",
            "password=a=b=",
            "key#base64=AA=="));
    assertEquals(
        List.of(
            "application adds SecretChange[keys=[key, password], label=Optional[db],"
                + " description=Optional[hush], rotation=Optional[daily],"
                + " expiry=Optional[2026-01-31T13:30:00Z]]"),
        secrets.done);
    assertEquals(Map.of("password", "YT1iPQ==", "key", "AA=="), secrets.written);
  }

  @Test
  void addsASecretOfTheUnitThatExpiresAtATime() {
    shell.run("secret-add", "--owner=unit", "--expire=2027-03-04T06:06:06", "token=x");
    shell.run("secret-set", "secret:" + ID, "--expire=2027-03-04T06:06:06+01:00");

    assertEquals(
        List.of(
            "unit adds SecretChange[keys=[token], label=Optional.empty,"
                + " description=Optional.empty, rotation=Optional.empty,"
                + " expiry=Optional[2027-03-04T06:06:06Z]]",
            "set "
                + ID
                + " SecretChange[keys=[], label=Optional.empty,"
                + " description=Optional.empty, rotation=Optional.empty,"
                + " expiry=Optional[2027-03-04T05:06:06Z]]"),
        secrets.done);
  }

  @Test
  void readsValuesFromFiles() throws IOException {
    Files.writeString(
        directory.resolve("all"), "{\"password\": \"hush\", \"key#base64\": \"AA==\"}");
    Files.writeString(directory.resolve("one"), "line\n");

    new Shell(context, directory).run("secret-add", "--file=all", "token#file=one");

    assertEquals(
        Map.of("password", "aHVzaA==", "key", "AA==", "token", "bGluZQo="), secrets.written);
  }

  @Test
  void refusesWhatIsNoSecret() {
    assertEquals(misused("missing secret value or filename"), shell.run("secret-add"));
    assertEquals(misused("key value \"hush\" not valid"), shell.run("secret-add", "hush"));
    assertEquals(misused("key value \"hush=\" not valid"), shell.run("secret-add", "hush="));
    assertEquals(misused("key \"Key\" not valid"), shell.run("secret-add", "Key=x"));
    assertEquals(misused("key \"ab\" not valid"), shell.run("secret-add", "ab=x"));
    assertEquals(misused("key \"abc#gzip\" not valid"), shell.run("secret-add", "abc#gzip=x"));
    assertEquals(
        misused("rotate policy \"foo\" not valid"),
        shell.run("secret-add", "foo=x", "--rotate=foo"));
    assertEquals(
        misused("secret owner \"foo\" not valid"), shell.run("secret-add", "foo=x", "--owner=foo"));
    assertEquals(
        misused("negative expire duration \"-1h\" not valid"),
        shell.run("secret-add", "foo=x", "--expire", "-1h"));
    assertEquals(
        misused("expire time or duration \"2022-01-01\" not valid"),
        shell.run("secret-add", "foo=x", "--expire", "2022-01-01"));
    assertEquals(
        misused("secret content for key \"foo\" too large: 1000004 bytes"),
        shell.run("secret-add", "foo=" + "x".repeat(750_001)));
    assertEquals(
        misused("secret content too large: 1066672 bytes"),
        shell.run("secret-add", "foo=" + "x".repeat(400_000), "bar=" + "x".repeat(400_000)));
    assertEquals(List.of(), secrets.done);
  }

  @Test
  void namesSecretsInThreeWays() {
    for (String name :
        List.of(ID, "secret:" + ID, "secret://00000000-0000-4000-8000-000000000000/" + ID)) {
      shell.run("secret-remove", name);
    }

    assertEquals(List.of("remove " + ID, "remove " + ID, "remove " + ID), secrets.done);
    assertEquals(misused("missing secret URI"), shell.run("secret-remove"));
    assertEquals(misused("secret URI \"x\" not valid"), shell.run("secret-set", "x", "foo=x"));
    assertEquals(
        misused("secret URI scheme \"http\" not valid"), shell.run("secret-grant", "http://x"));
    assertEquals(misused("secret URI \"http://x\" not valid"), shell.run("secret-get", "http://x"));
  }

  @Test
  void getsTheWholeContentOrOneValue() {
    secrets.content = Map.of("password", "aHVzaA==", "key", "AQ==");

    assertEquals(
        printed("{\"key\":\"\\u0001\",\"password\":\"hush\"}\n"),
        shell.run("secret-get", ID, "--format=json"));
    assertEquals(printed("hush\n"), shell.run("secret-get", ID, "password", "--refresh"));
    assertEquals(
        printed("AQ==\n"), shell.run("secret-get", "--label=db", ID, "key#base64", "--peek"));
    assertEquals(
        failed("secret key value \"user\" not found"), shell.run("secret-get", ID, "user"));
    assertEquals(
        List.of(
            "get " + ID + " as \"\"",
            "get " + ID + " as \"\" refresh",
            "get " + ID + " as \"db\" peek",
            "get " + ID + " as \"\""),
        secrets.done);
  }

  @Test
  void getsByLabelAndRefusesWhatContradictsItself() {
    secrets.content = Map.of("password", "aHVzaA==");

    assertEquals(printed("password: hush\n"), shell.run("secret-get", "--label=db"));
    assertEquals(List.of("get ? as \"db\""), secrets.done);
    assertEquals(misused("require either a secret URI or label"), shell.run("secret-get"));
    assertEquals(
        misused("specify one of --peek or --refresh but not both"),
        shell.run("secret-get", ID, "--peek", "--refresh"));
    assertEquals(misused("unrecognized args: [\"b\"]"), shell.run("secret-get", ID, "a", "b"));
  }

  @Test
  void showsWhatTheOwnerMayKnow() {
    assertEquals(
        failed("secret \"" + ID + "\" not found"), shell.run("secret-info-get", "secret:" + ID));
    secrets.metadata.put(
        ID,
        new SecretMetadata(
            2,
            "db",
            "application",
            "hush",
            "daily",
            Optional.of(Instant.parse("2026-03-01T00:00:00Z")),
            Optional.of(Instant.parse("2026-02-01T00:00:00Z")),
            List.of(
                new SecretMetadata.Access(
                    "application-pong", "relation-pong.db#ping.db", "view"))));

    assertEquals(
        printed(
            ID
                + """
                :
                  revision: 2
                  label: db
                  owner: application
                  description: hush
                  rotation: daily
                  expiry: 2026-03-01T00:00:00Z
                  rotates: 2026-02-01T00:00:00Z
                  access:
                  - target: application-pong
                    scope: relation-pong.db#ping.db
                    role: view
                """),
        shell.run("secret-info-get", "--label=db"));
    assertEquals(
        misused("specify either a secret URI or label but not both"),
        shell.run("secret-info-get", "--label=db", ID));
  }

  @Test
  void listsBareIds() {
    assertEquals(printed("null\n"), shell.run("secret-ids", "--format=json"));
    assertEquals(silent(), shell.run("secret-ids"));
    secrets.metadata.put(
        ID,
        new SecretMetadata(1, "", "unit", "", "", Optional.empty(), Optional.empty(), List.of()));

    assertEquals(printed(ID + "\n"), shell.run("secret-ids"));
    assertEquals(printed("[\"" + ID + "\"]\n"), shell.run("secret-ids", "--format=json"));
    assertEquals(
        printed("{\"" + ID + "\":{\"revision\":1,\"label\":\"\",\"owner\":\"unit\"}}\n"),
        shell.run("secret-info-get", ID, "--format=json"));
  }

  @Test
  void grantsWithinARelation() {
    assertEquals(misused("no relation id specified"), shell.run("secret-grant", ID));
    context.inChangedHook();
    shell.run("secret-grant", ID);
    shell.run("secret-grant", ID, "-r", "channel:7", "--unit", "pong/1");

    assertEquals(
        List.of("grant " + ID + " in 7 to all", "grant " + ID + " in 7 to pong/1"), secrets.done);
    assertEquals(
        misused("cannot specify unit \"other/0\" in relation to application \"pong\""),
        shell.run("secret-grant", ID, "--unit", "other/0"));
    assertEquals(
        misused("unit \"pong\" not valid"), shell.run("secret-grant", ID, "--unit", "pong"));
  }

  @Test
  void revokesFromTheHooksRelationUnlessToldOtherwise() {
    assertEquals(
        misused("missing relation or application or unit"), shell.run("secret-revoke", ID));
    shell.run("secret-revoke", ID, "--app=pong");
    context.inChangedHook();
    shell.run("secret-revoke", ID);
    shell.run("secret-revoke", ID, "--unit=pong/0");

    assertEquals(
        List.of(
            "revoke " + ID + " from pong",
            "revoke " + ID + " from pong",
            "revoke " + ID + " from pong/0"),
        secrets.done);
    assertEquals(
        misused("do not specify both relation and app"),
        shell.run("secret-revoke", ID, "--app=pong"));
    assertEquals(
        misused("specify only one of application or unit"),
        shell.run("secret-revoke", ID, "--app=pong", "--unit=pong/0"));
  }

  @Test
  void removesARevisionOrAll() {
    shell.run("secret-remove", ID, "--revision", "2");
    shell.run("secret-remove", ID, "--revision=0");

    assertEquals(List.of("remove " + ID + "/2", "remove " + ID), secrets.done);
    assertEquals(
        misused(
            "invalid value \"x\" for option --revision: strconv.ParseInt: parsing \"x\": invalid"
                + " syntax"),
        shell.run("secret-remove", ID, "--revision=x"));
  }

  @Test
  void takesARevisionThatThereCannotBeForOneThatThereIsNot() {
    assertEquals(silent(), shell.run("secret-remove", ID, "--revision=3000000000"));

    assertEquals(List.of("remove " + ID + "/" + Integer.MAX_VALUE), secrets.done);
  }
}
