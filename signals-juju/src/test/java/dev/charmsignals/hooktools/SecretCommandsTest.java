package dev.charmsignals.hooktools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.charmsignals.name.RelationId;
import dev.charmsignals.name.UnitName;
import dev.charmsignals.secret.SecretContent;
import dev.charmsignals.secret.SecretInfo;
import dev.charmsignals.secret.SecretReading;
import dev.charmsignals.secret.SecretRef;
import dev.charmsignals.secret.SecretRotation;
import dev.charmsignals.secret.SecretTerms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretCommandsTest {

  private static final String ID = "9m4e2mr0ui3e8a215n4g";
  private static final SecretRef SECRET = new SecretRef(ID);
  private static final RelationId RELATION = new RelationId("db", 7);

  @TempDir Path directory;

  @Test
  void mapsEveryCommand() {
    var transport = new ScriptedTransport("{\"password\":\"x\"}");
    SecretCommands secrets = new HookTools(transport).secrets();

    secrets.set(SECRET, SecretTerms.none().description("-d").expireAfter(Duration.ofHours(1)));
    secrets.get(SECRET, SecretReading.TRACKED);
    secrets.get(SECRET, "mine", SecretReading.PEEK);
    secrets.get("mine", SecretReading.REFRESH);
    secrets.grant(SECRET, RELATION);
    secrets.grant(SECRET, RELATION, new UnitName("app/0"));
    secrets.revoke(SECRET, RELATION);
    secrets.revoke(SECRET, RELATION, new UnitName("app/0"));
    secrets.remove(SECRET);
    secrets.remove(SECRET, 3);

    assertEquals(
        List.of(
            "secret-set secret:ID --description -d --expire 3600s",
            "secret-get secret:ID --format json",
            "secret-get secret:ID --label mine --peek --format json",
            "secret-get --label mine --refresh --format json",
            "secret-grant secret:ID -r db:7",
            "secret-grant secret:ID -r db:7 --unit app/0",
            "secret-revoke secret:ID -r db:7",
            "secret-revoke secret:ID -r db:7 --unit app/0",
            "secret-remove secret:ID",
            "secret-remove secret:ID --revision 3"),
        transport.calls.stream().map(call -> call.replace(ID, "ID")).toList());
  }

  @Test
  void readsWhatJujuTellsTheOwner() {
    String answer =
        "{\"%s\":{\"revision\":2,\"label\":\"admin\",\"owner\":\"application\",\"rotation\":\"daily\","
            + "\"rotates\":\"2030-01-31T12:00:00Z\",\"expiry\":\"soon\",\"access\":[]}}\n";
    SecretCommands secrets = new HookTools(new ScriptedTransport(answer.formatted(ID))).secrets();

    assertEquals(
        new SecretInfo(
            SECRET,
            2,
            Optional.of("admin"),
            false,
            Optional.empty(),
            SecretRotation.DAILY,
            Optional.of(Instant.parse("2030-01-31T12:00:00Z")),
            Optional.empty()),
        secrets.info("admin"));
    assertEquals(
        List.of(SECRET), new HookTools(new ScriptedTransport("[\"" + ID + "\"]")).secrets().ids());
    assertThrows(
        HookToolException.class,
        () -> new HookTools(new ScriptedTransport("[\"no id\"]")).secrets().ids());
  }

  @Test
  void handsContentOverInAFileForNobodyElseAndDeletesIt() {
    List<String> seen = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    var tools = new HookTools(new FileReader(seen, files, HookReply.refused("no")));
    SecretContent content = SecretContent.of(Map.of("password", "a\"\n\u2028😀b"));

    var thrown =
        assertThrows(
            HookToolException.class, () -> tools.secrets().add(true, content, SecretTerms.none()));

    assertEquals(
        List.of(
            "secret-add --owner unit --file FILE",
            "rw------- in rwx------",
            "{\"password\": \"a\\\"\\u000a\\u2028😀b\"}\n"),
        seen);
    assertEquals("secret-add exited with status 1: ERROR no", thrown.getMessage());
    assertFalse(Files.exists(files.get(0).getParent()));
  }

  @Test
  void putsNoContentOnTheCommandLineOfAProcess() throws IOException {
    Path tool = directory.resolve("secret-set");
    Files.writeString(
        tool,
        """
        #!/bin/sh
        tr '\\0' ' ' < /proc/$$/cmdline > "$SEEN/line"
        tr '\\0' '\\n' < /proc/$$/environ > "$SEEN/environment"
        while [ "$1" != --file ]; do shift; done
        cat "$2" > "$SEEN/content"
        """);
    Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
    Map<String, String> environment =
        Map.of("PATH", directory + ":/usr/bin:/bin", "SEEN", directory.toString());
    var tools = new HookTools(new ExecutableTransport(environment, directory));

    tools.secrets().set(SECRET, SecretContent.of("password", "hunter2"), SecretTerms.none());

    assertEquals("{\"password\": \"hunter2\"}\n", Files.readString(directory.resolve("content")));
    assertFalse(Files.readString(directory.resolve("line")).contains("hunter2"));
    assertFalse(Files.readString(directory.resolve("environment")).contains("hunter2"));
  }

  /** Looks at the file of a command while it runs. */
  private record FileReader(List<String> seen, List<Path> files, HookReply reply)
      implements HookTransport {

    @Override
    public HookReply run(String command, List<String> arguments, byte[] stdin) {
      Path file = Path.of(arguments.get(arguments.indexOf("--file") + 1));
      files.add(file);
      seen.add((command + " " + String.join(" ", arguments)).replace(file.toString(), "FILE"));
      try {
        seen.add(permissions(file) + " in " + permissions(file.getParent()));
        seen.add(Files.readString(file));
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
      return reply;
    }

    private static String permissions(Path path) throws IOException {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Override
    public void close() {}
  }
}
