package dev.charmsignals.hooktools;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ExecutableTransportTest {

  @TempDir private Path directory;

  @Test
  void runsTheFirstExecutableOnTheHooksPath() throws IOException {
    Files.createDirectories(directory.resolve("a/tool"));
    Files.createDirectories(directory.resolve("b"));
    Files.writeString(directory.resolve("b/tool"), "not executable");
    script(
        "c/tool", "printf '%s|' \"$@\"; printf '%s' \"$HOOK in $(pwd -P)\"; echo no >&2; exit 3");
    script("d/tool", "echo never reached");
    String path = directory.resolve("a") + "::" + directory.resolve("b") + ":c:d:/usr/bin:/bin";

    HookReply reply = transport(path).run("tool", List.of("", "two words"), null);

    assertEquals(3, reply.code());
    assertEquals("|two words|start in " + directory.toRealPath(), text(reply));
    assertEquals("no\n", reply.error());
    assertFalse(reply.truncated());
  }

  @Test
  void startsInTheCurrentDirectoryWhereThatIsAllThatIsKnown() {
    var transport = new ExecutableTransport(Map.of("PATH", "/usr/bin:/bin"), Path.of(""));

    assertEquals(Path.of("").toAbsolutePath() + "\n", text(transport.run("pwd", List.of(), null)));
  }

  @Test
  void givesAnEmptyStdinUnlessThereIsOne() throws IOException {
    script("c/tool", "exec cat");
    byte[] large = new byte[1 << 20];
    new Random(1).nextBytes(large);

    assertEquals("", text(transport("c:/usr/bin:/bin").run("tool", List.of(), null)));
    assertArrayEquals(large, transport("c:/usr/bin:/bin").run("tool", List.of(), large).stdout());
  }

  @Test
  void readsBothOutputsAtOnceAndCutsThem() throws IOException {
    script(
        "c/tool",
        "head -c 20000000 /dev/zero >&2; head -c 20000000 /dev/zero; echo unread; exit 1");

    HookReply reply = transport("c:/usr/bin:/bin").run("tool", List.of(), new byte[1 << 20]);

    assertEquals(1, reply.code());
    assertTrue(reply.truncated());
    assertArrayEquals(new byte[HookReply.MOST_OUTPUT], reply.stdout());
    assertArrayEquals(new byte[HookReply.MOST_OUTPUT], reply.stderr());
  }

  @Test
  void leavesNoThreadOfItsOwnBehind() throws IOException {
    script("c/tool", "exec cat");

    transport("c:/usr/bin:/bin").run("tool", List.of(), new byte[10]);

    Set<String> left =
        Thread.getAllStackTraces().keySet().stream()
            .map(Thread::getName)
            .filter(name -> name.startsWith("tool-"))
            .collect(Collectors.toSet());
    assertEquals(Set.of(), left);
  }

  @Test
  void namesACommandThatIsNotThere() {
    var thrown =
        assertThrows(
            HookToolException.class, () -> transport("c").run("is-leader", List.of("x"), null));

    assertEquals("is-leader could not be run: it could not be started", thrown.getMessage());
    assertEquals(-1, thrown.exitStatus());
    assertEquals(
        "There is no executable is-leader on the PATH of the hook", thrown.getCause().getMessage());
  }

  @Test
  void stopsTheCommandWhenTheThreadIsInterrupted() throws IOException {
    script("c/tool", "exec 1>&- 2>&-; exec sleep 1000");
    Thread.currentThread().interrupt();

    assertThrows(
        HookToolException.class, () -> transport("c:/usr/bin:/bin").run("tool", List.of(), null));

    assertTrue(Thread.interrupted());
  }

  private ExecutableTransport transport(String path) {
    return new ExecutableTransport(Map.of("PATH", path, "HOOK", "start"), directory);
  }

  private void script(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static String text(HookReply reply) {
    return new String(reply.stdout(), StandardCharsets.UTF_8);
  }
}
