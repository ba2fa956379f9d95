package dev.charmsignals.layeredstatus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.charmsignals.fake.FakeDeclarations;
import dev.charmsignals.fake.FakeHook;
import dev.charmsignals.hook.HookEnvironment;
import dev.charmsignals.hooktools.ExecutableTransport;
import dev.charmsignals.hooktools.HookToolException;
import dev.charmsignals.hooktools.HookTools;
import dev.charmsignals.logging.HookLog;
import dev.charmsignals.logging.LogSession;
import dev.charmsignals.model.HookSession;
import dev.charmsignals.model.Status;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Numbers are those of the specification's acceptance cases. */
@Timeout(60)
class FailingCommandsTest {

  private static final String SHOWN =
      "#!/bin/sh\necho '{\"message\":\"\",\"status\":\"unknown\",\"status-data\":{}}'\n";

  @TempDir private Path tools;

  private final List<String> logged = new ArrayList<>();
  private final LogSession log =
      HookLog.begin("", (level, text) -> logged.add(level + " " + text.lines().toList().get(0)));

  @AfterEach
  void endLog() {
    log.end();
  }

  private Queue queue() {
    HookSession session =
        new HookSession(
            new HookTools(new ExecutableTransport(Map.of("PATH", tools.toString()), tools)),
            HookEnvironment.of(FakeHook.lifecycle("update-status")),
            new FakeDeclarations());
    return new Queue(session, LayerOrder.of(List.of("first"), "mycharm"), false);
  }

  private void command(String name, String script, String permissions) throws IOException {
    Path file = Files.writeString(tools.resolve(name), script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  private List<String> logged() {
    log.flush();
    return logged;
  }

  @Test
  void case29GoesOnWhenMaintenanceIsRefused() throws IOException {
    command("status-get", SHOWN, "rwxr-xr-x");
    command("status-set", "#!/bin/sh\nexit 1\n", "rwxr-xr-x");

    queue().say("first", Status.maintenance("m"));

    // Corrected: the original says nothing of the failure.
    assertEquals(
        List.of(
            "INFO LayeredStatus: status-set: maintenance: m",
            "WARNING LayeredStatus: Maintenance could not be shown"),
        logged());
  }

  @Test
  void case30GoesOnWhenThereIsNoCommand() {
    queue().say("first", Status.maintenance("m"));

    assertEquals(
        List.of(
            "INFO LayeredStatus: status-set: maintenance: m",
            "WARNING LayeredStatus: Maintenance could not be shown"),
        logged());
  }

  @Test
  void case31FailsWhenTheCommandIsNotPermitted() throws IOException {
    command("status-get", SHOWN, "rwxr-xr-x");
    command("status-set", SHOWN, "rw-r--r--");

    HookToolException denied =
        assertThrows(HookToolException.class, () -> queue().say("first", Status.maintenance("m")));

    assertInstanceOf(AccessDeniedException.class, denied.getCause());
  }
}
